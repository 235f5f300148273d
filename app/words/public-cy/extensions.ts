import type * as english from "../public-en/extensions.ts";
import { formatDate, formatTime } from "./times.ts";

/** A closing that was moved to later: the time that people were told is struck through, and said in words too. */
export const extendedInWords: typeof english.extendedInWords = ({
  from,
  to,
  at,
  decidedBy,
}) => {
  const decided = `penderfynwyd gan ${decidedBy ?? "yr adolygiad"} ar ${formatDate(at)}.`;
  return from
    ? {
        before: "Estynnwyd o ",
        struck: formatTime(from),
        after: ` i ${formatTime(to)}, amser y DU, ${decided}`,
      }
    : {
        before: `Ar agor eto tan ${formatTime(to)}, amser y DU, `,
        struck: undefined,
        after: decided,
      };
};
