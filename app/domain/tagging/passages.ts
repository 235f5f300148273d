import { may } from "../accounts/permissions.ts";
import type { Tagger } from "./tags.ts";

/** A passage may be a long answer whole; a quote is kept beside its offsets. */
export const maxQuoteCharacters = 20_000;
export const maxMemoCharacters = 5_000;

/** What can be said of any passage, whichever text it is in. Offsets count code points, the end exclusive. */
export type PassageSpan = {
  publicId: string;
  startOffset: number;
  endOffset: number;
};

export type OffsetRange = { startOffset: number; endOffset: number };

/** A stretch of text in which nothing begins or ends. */
export type Segment = OffsetRange & {
  text: string;
  /** The passages that cover it, the earliest begun first. */
  passageIds: string[];
  isHit: boolean;
  /** The passages whose last segment this is. */
  endingPassageIds: string[];
};

/**
 * How many code points stand before a UTF-16 offset, as the DOM and JavaScript
 * count. An offset between the halves of a pair counts the whole character.
 */
export function codePointOffset(text: string, utf16Offset: number): number {
  const end = Math.min(utf16Offset, text.length);
  let count = 0;
  for (let at = 0; at < end; count += 1) at += unitsAt(text, at);
  return count;
}

/** The UTF-16 offset at which a code point begins; the text's length where there are not so many. */
export function utf16Offset(text: string, codePoints: number): number {
  let at = 0;
  for (let count = 0; count < codePoints && at < text.length; count += 1)
    at += unitsAt(text, at);
  return at;
}

function unitsAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The text from one code point to another, the end exclusive. */
export function sliceCodePoints(
  text: string,
  startOffset: number,
  endOffset: number,
): string {
  const start = utf16Offset(text, startOffset);
  return takeCodePoints(text, start, endOffset - startOffset);
}

/** Draws a span in to the words: a selection made with the mouse often takes a space or a line end with it. */
export function trimSpan(
  text: string,
  span: OffsetRange,
): OffsetRange | undefined {
  const quote = sliceCodePoints(text, span.startOffset, span.endOffset);
  const trimmed = quote.trim();
  if (trimmed === "") return undefined;
  const startOffset =
    span.startOffset +
    codePointOffset(quote, quote.length - quote.trimStart().length);
  return {
    startOffset,
    endOffset: startOffset + codePointOffset(trimmed, trimmed.length),
  };
}

/**
 * Cuts a text wherever a passage or a hit begins or ends; the segments' texts
 * joined are the text. Passages may overlap; hits stand in order and apart.
 */
export function splitIntoSegments(
  text: string,
  passages: readonly PassageSpan[],
  hits: readonly OffsetRange[] = [],
): Segment[] {
  const length = codePointOffset(text, text.length);
  const waiting = passages
    .map((one) => ({ ...one, endOffset: Math.min(one.endOffset, length) }))
    .filter((one) => one.startOffset < one.endOffset)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const cuts = cutsAt([...waiting, ...hits], length);
  let covering: PassageSpan[] = [];
  let nextPassage = 0;
  let nextHit = 0;
  let units = 0;
  return cuts.slice(0, -1).map((startOffset, index) => {
    const endOffset = cuts[index + 1] ?? length;
    covering = covering.filter((one) => one.endOffset > startOffset);
    for (; waiting[nextPassage]?.startOffset === startOffset; nextPassage += 1)
      covering.push(waiting[nextPassage]!);
    while ((hits[nextHit]?.endOffset ?? Infinity) <= startOffset) nextHit += 1;
    const segmentText = takeCodePoints(text, units, endOffset - startOffset);
    units += segmentText.length;
    return {
      startOffset,
      endOffset,
      text: segmentText,
      passageIds: covering.map((one) => one.publicId),
      endingPassageIds: covering
        .filter((one) => one.endOffset === endOffset)
        .map((one) => one.publicId),
      isHit: (hits[nextHit]?.startOffset ?? Infinity) <= startOffset,
    };
  });
}

function cutsAt(ranges: readonly OffsetRange[], length: number): number[] {
  const cuts = new Set([0, length]);
  for (const { startOffset, endOffset } of ranges) {
    cuts.add(Math.min(startOffset, length)).add(Math.min(endOffset, length));
  }
  return [...cuts].sort((a, b) => a - b);
}

function takeCodePoints(text: string, from: number, count: number): string {
  let at = from;
  for (let taken = 0; taken < count && at < text.length; taken += 1)
    at += unitsAt(text, at);
  return text.slice(from, at);
}

/** A tagged passage as the response's page shows it. */
export type Passage = PassageSpan & {
  answerId: number | null;
  attachmentId: number | null;
  quote: string;
  memo: string;
  tagId: number;
  tagName: string;
  tagIsRetired: boolean;
  taggedById: string;
  taggedBy: string;
  taggedAt: string;
  /** The project of another program that it came with, and who coded it there. */
  broughtFrom: string | null;
  coder: string | null;
};

/** One of several places where a quote stands, with the words around it to tell it by. */
export type QuotePlace = OffsetRange & {
  before: string;
  quote: string;
  after: string;
};

const contextCodePoints = 60;

/** The words around a span, cut between words, for telling one place from another. */
export function describePlace(text: string, span: OffsetRange): QuotePlace {
  const { startOffset, endOffset } = span;
  const from = Math.max(0, startOffset - contextCodePoints);
  const before = sliceCodePoints(text, from, startOffset);
  const to = endOffset + contextCodePoints;
  const after = sliceCodePoints(text, endOffset, to);
  const goesOn = sliceCodePoints(text, to, to + 1) !== "";
  return {
    ...span,
    before: from > 0 ? before.replace(/^\S*/, "…") : before,
    quote: sliceCodePoints(text, startOffset, endOffset),
    after: goesOn ? after.replace(/\S*$/, "…") : after,
  };
}

/** Whoever tagged a passage may take the tag off; so may those who lead. */
export function mayRemovePassage(staff: Tagger, taggedById: string): boolean {
  return staff.staffId === taggedById || may(staff, "remove-any-passage");
}
