import { codePointOffset, utf16Offset } from "../tagging/passages.ts";
import type { ExportKind } from "./exports.ts";
import type { LeftOut } from "./left-out.ts";
import type { RedactedText } from "./redact-words.ts";

export type ReleasedPassage = {
  passageId: number;
  publicId: string;
  tagId: number;
  /** Null where it stands in a file. */
  answerId: number | null;
  questionId: string | undefined;
  /** Code points in the answer as it leaves, or in the text of the file; the end exclusive. */
  startOffset: number;
  endOffset: number;
  words: string;
  /** The team's own; empty in a file for quoting. */
  memo: string;
  taggedById: string;
  taggedAt: string;
};

type StandingPassage = {
  passageId: number;
  publicId: string;
  answerId: number | null;
  attachmentId: number | null;
  fileQuestionId: string | null;
  tagId: number;
  startOffset: number;
  endOffset: number;
  quote: string;
  memo: string;
  taggedById: string;
  taggedAt: string;
};

type Around = {
  kind: ExportKind;
  leftOut: LeftOut;
  answers: {
    answerId: number;
    questionId: string;
    text: string;
    redacted: RedactedText;
  }[];
  isRedacted: boolean;
};

/**
 * Passages cut out of the words as they leave. Of a response in which something
 * is redacted, nobody looked through its files and memos for the same words, so
 * none of those leaves.
 */
export function releasePassages(
  passages: StandingPassage[],
  around: Around,
): ReleasedPassage[] {
  return passages.flatMap((passage) => {
    const released = releasePassage(passage, around);
    return released ? [released] : [];
  });
}

function releasePassage(
  passage: StandingPassage,
  { kind, leftOut, answers, isRedacted }: Around,
): ReleasedPassage | undefined {
  const { passageId, answerId, fileQuestionId } = passage;
  const { publicId, tagId, taggedById, taggedAt } = passage;
  const own = { passageId, publicId, tagId, answerId, taggedById, taggedAt };
  const memo = kind === "quoting" || isRedacted ? "" : passage.memo;
  if (passage.memo !== "" && isRedacted)
    leftOut.leaveBesideRedactions(`passage ${passageId}`);
  if (answerId === null) {
    if (isRedacted) {
      leftOut.leaveBesideRedactions(`passage ${passageId}`);
      return undefined;
    }
    const { startOffset, endOffset, quote: words } = passage;
    const questionId = fileQuestionId ?? undefined;
    return { ...own, questionId, startOffset, endOffset, words, memo };
  }
  const answer = answers.find((one) => one.answerId === answerId);
  if (!answer) {
    leftOut.leaveChanged(passageId);
    return undefined;
  }
  const { questionId, text, redacted } = answer;
  const { start, end } = redacted.slice(
    utf16Offset(text, passage.startOffset),
    utf16Offset(text, passage.endOffset),
  );
  return {
    ...{ ...own, questionId, memo, words: redacted.text.slice(start, end) },
    startOffset: codePointOffset(redacted.text, start),
    endOffset: codePointOffset(redacted.text, end),
  };
}
