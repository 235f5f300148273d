import type * as english from "../public-en/orientation.ts";
import { inFigures } from "./counting.ts";

/** Where answers still to come decide how many there are, from how many to how many. */
export const progress: typeof english.progress = ({
  position,
  least,
  most,
  isByQuestion,
}) => {
  const total = least === most ? `${least}` : `rhwng ${least} a ${most}`;
  return `${isByQuestion ? "Cwestiwn" : "Tudalen"} ${position} o ${total}`;
};

export const taskWords: typeof english.taskWords = {
  lead: "Gallwch ateb yr adrannau mewn unrhyw drefn, a gadael a dod yn ôl. Does dim yn cael ei anfon nes i chi ei anfon.",
  completed: (count, of) =>
    `Rydych wedi cwblhau ${inFigures(count)} o’r adrannau, allan o ${inFigures(of)}.`,
  listHeading: "Adrannau",
  statuses: {
    "not-started": "Heb ddechrau eto",
    "in-progress": "Ar y gweill",
    completed: "Wedi’i chwblhau",
    problem: "Mae problem",
  },
  toCheck: "Gwirio eich atebion a’u hanfon",
};
