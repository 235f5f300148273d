import { guidFor } from "../tag-guids.server.ts";
import {
  type FrozenAnswer,
  type LaidOut,
  layOutAgain,
  placeStretch,
} from "./place-codings.ts";
import type {
  PassageStanding,
  PlannedCode,
  ProjectCoding,
  ProjectSource,
  UnplacedReason,
} from "./project.ts";

/** The response that a text is. */
export type SourceResponse = {
  responseId: number;
  state: string;
  safeguardingFlag: number;
};

/** One coding of a project, and what would become of it. */
export type CheckedCoding = {
  source: string;
  responseId: number | null;
  answerId: number | null;
  /** The place of its code in the plan; -1 for none. */
  code: number;
  startOffset: number | null;
  endOffset: number | null;
  coder: string;
  memo: string;
  standing: PassageStanding;
  reason: UnplacedReason | null;
  words: string;
  isMoved: boolean;
};

type Around = {
  codes: PlannedCode[];
  response: SourceResponse | undefined;
  /** With which every mark of what is redacted begins. */
  mark: string;
  answers: FrozenAnswer[];
  passages: {
    publicId: string;
    answerId: number | null;
    tagId: number;
    startOffset: number;
    endOffset: number;
  }[];
  wholes: { tagId: number }[];
};

/** What would become of each coding of a text; the same coding twice is one. */
export function judgeSource(
  source: ProjectSource,
  around: Around,
): CheckedCoding[] {
  const places = new Map(
    around.codes.map(({ entry }, at) => [entry.guid ?? "", at]),
  );
  const laidOut =
    source.text === undefined || !around.response
      ? undefined
      : layOutAgain(source.text, around.answers);
  const seen = new Set<string>();
  return source.codings.map((coding) => {
    const code = places.get(coding.codeGuid) ?? -1;
    const judged = judgeCoding(coding, { ...around, laidOut, code });
    const checked = {
      ...{ source: source.name.slice(0, 200), code },
      responseId: around.response?.responseId ?? null,
      ...{ coder: coding.coder.slice(0, 200), memo: coding.memo },
      ...judged,
    };
    if (judged.standing !== "new") return checked;
    const { answerId, startOffset, endOffset } = judged;
    const key = [code, answerId, startOffset, endOffset].join(" ");
    if (seen.has(key)) return { ...checked, standing: "present" as const };
    seen.add(key);
    return checked;
  });
}

type Judged = Pick<
  CheckedCoding,
  | "answerId"
  | "startOffset"
  | "endOffset"
  | "standing"
  | "reason"
  | "words"
  | "isMoved"
>;

const nowhere = {
  ...{ answerId: null, startOffset: null, endOffset: null },
  ...{ reason: null, words: "", isMoved: false },
};

function judgeCoding(
  coding: ProjectCoding,
  around: Around & { laidOut: LaidOut | undefined; code: number },
): Judged {
  const { codes, response, passages, laidOut } = around;
  const no = (reason: UnplacedReason, words = ""): Judged => ({
    ...{ ...nowhere, standing: "unplaced", reason, words },
  });
  if (!response) return no("source-unknown");
  if (response.state === "withdrawn") return no("withdrawn");
  if (response.safeguardingFlag === 1) return no("frozen");
  const code = codes[around.code];
  if (!code) return no("code-unknown");
  if (code.what === "refused") return no("code-refused");
  const tagId = "tagId" in code ? code.tagId : undefined;
  const own = passages.filter((passage) => passage.tagId === tagId);
  const present: Judged = { ...nowhere, standing: "present" };
  const { span } = coding;
  const isWhole = !span && around.wholes.some((one) => one.tagId === tagId);
  if (isWhole) return present;
  const isRetired = "isRetired" in code && code.isRetired;
  if (!span)
    return isRetired ? no("tag-retired") : { ...nowhere, standing: "new" };
  const isNamed = own.some(({ publicId }) => hasName(coding, publicId));
  if (!laidOut) return isNamed ? present : no("text-missing");
  const place = placeStretch(laidOut, span, around.mark);
  if (!place.ok) return isNamed ? present : no(place.reason, place.words);
  const { answerId, isMoved } = place;
  const { startOffset, endOffset } = place.span;
  const isThere = own.some(
    (passage) =>
      passage.answerId === answerId &&
      passage.startOffset === startOffset &&
      passage.endOffset === endOffset,
  );
  if (isThere) return present;
  if (isRetired) return no("tag-retired");
  const at = { answerId, startOffset, endOffset, isMoved };
  return { ...nowhere, ...at, standing: "new" };
}

/** By what a passage of Heard is called when it leaves: its words may have stood redacted, or in a file. */
const hasName = ({ guid }: ProjectCoding, publicId: string) =>
  guid === guidFor(`passage ${publicId}`);
