import { findQuote } from "../find-quote.ts";
import {
  codePointOffset,
  type OffsetRange,
  sliceCodePoints,
  trimSpan,
} from "../passages.ts";
import type { UnplacedReason } from "./project.ts";

export type FrozenAnswer = { answerId: number; text: string };

export type Place =
  | { ok: true; answerId: number; span: OffsetRange; isMoved: boolean }
  | { ok: false; reason: UnplacedReason; words: string };

type Region = { answer: FrozenAnswer; start: number; end: number };

/** A text as it left, with where each answer stands in it that still says the same. */
export type LaidOut = {
  text: string;
  length: number;
  regions: Region[];
  answers: FrozenAnswer[];
};

/** As the text left: each letter stays one letter. */
const asItLeft = (text: string) => text.replaceAll("\r", " ");

/**
 * Finds the answers in a text that left as one. Where one before it is not found,
 * because it says something else now or stood redacted, an answer counts only
 * where its words stand once: they may be words of the other.
 */
export function layOutAgain(
  text: string,
  answers: readonly FrozenAnswer[],
): LaidOut {
  const regions: Region[] = [];
  let from = 0;
  let isSure = true;
  for (const answer of answers) {
    if (answer.text.trim() === "") continue;
    const wanted = `\n${asItLeft(answer.text)}\n`;
    const at = text.indexOf(wanted, Math.max(0, from - 1));
    if (at < 0 || (!isSure && text.lastIndexOf(wanted) !== at)) {
      isSure = false;
      continue;
    }
    const start = codePointOffset(text, at + 1);
    const end = start + codePointOffset(answer.text, answer.text.length);
    regions.push({ answer, start, end });
    from = at + wanted.length - 1;
  }
  const length = codePointOffset(text, text.length);
  return { text, length, regions, answers: [...answers] };
}

/**
 * Where a stretch of a text that left stands in the answers: at the same place of
 * the same answer, or, where that says something else now, in the one place where
 * its words are found.
 *
 * @param mark with which every mark of what is redacted begins
 */
export function placeStretch(
  laidOut: LaidOut,
  { start, end }: { start: number; end: number },
  mark: string,
): Place {
  const { text, length, regions, answers } = laidOut;
  const no = (reason: UnplacedReason, words = "") =>
    ({ ok: false, reason, words }) as const;
  if (start < 0 || end > length || start >= end) return no("past-end");
  const span = trimSpan(text, { startOffset: start, endOffset: end });
  if (!span) return no("no-words");
  const { startOffset, endOffset } = span;
  const within = regions.find(
    (region) => region.start <= startOffset && endOffset <= region.end,
  );
  if (within) {
    const own = {
      startOffset: startOffset - within.start,
      endOffset: endOffset - within.start,
    };
    const { answerId } = within.answer;
    return { ok: true, answerId, span: own, isMoved: false };
  }
  const words = sliceCodePoints(text, startOffset, endOffset);
  if (words.includes(mark.trim())) return no("redacted", words);
  const found = answers.flatMap(({ answerId, text: frozen }) =>
    findQuote(frozen, words).map((place) => ({ answerId, span: place })),
  );
  const [first, second] = found;
  if (second) return no("words-twice", words);
  if (first) return { ok: true, ...first, isMoved: true };
  const isAcross = regions.some(
    (region) => region.start < endOffset && startOffset < region.end,
  );
  const isAllThere = regions.length === answers.length;
  const reason = isAcross || isAllThere ? "outside-answers" : "words-not-found";
  return no(reason, words);
}
