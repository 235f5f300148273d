import { normaliseText } from "../text/foreign-text.ts";
import {
  codePointOffset,
  describePlace,
  type OffsetRange,
  type QuotePlace,
  sliceCodePoints,
  trimSpan,
} from "./passages.ts";

/** Enough to choose from; a quote that stands more often needs more words. */
export const maxQuotePlaces = 20;

export type LocatedQuote =
  | { ok: true; span: OffsetRange }
  | { ok: false; reason: "quote-empty" | "quote-not-found" }
  | { ok: false; reason: "quote-ambiguous"; places: QuotePlace[] };

type GivenQuote = {
  quote: string;
  startOffset?: number | undefined;
  endOffset?: number | undefined;
};

/**
 * Where a quote stands in a frozen text: at the offsets given with it where the
 * text there is the quote, else in the one place where it is found.
 */
export function locateQuote(text: string, given: GivenQuote): LocatedQuote {
  const quote = toLineFeeds(given.quote).trim();
  if (quote === "") return { ok: false, reason: "quote-empty" };
  const span = spanAtOffsets(text, given);
  // A form sends every line end as CRLF, whichever the frozen text has.
  if (span && toLineFeeds(sliceSpan(text, span)) === quote)
    return { ok: true, span };
  const places = findQuote(text, quote);
  const [first, second] = places;
  if (!first) return { ok: false, reason: "quote-not-found" };
  if (second) {
    const described = places.map((place) => describePlace(text, place));
    return { ok: false, reason: "quote-ambiguous", places: described };
  }
  return { ok: true, span: trimSpan(text, first) ?? first };
}

function spanAtOffsets(text: string, given: GivenQuote) {
  const { startOffset, endOffset } = given;
  if (startOffset === undefined || endOffset === undefined) return undefined;
  return trimSpan(text, { startOffset, endOffset });
}

function sliceSpan(text: string, span: OffsetRange) {
  return sliceCodePoints(text, span.startOffset, span.endOffset);
}

function toLineFeeds(text: string) {
  return text.replace(/\r\n?/g, "\n");
}

/**
 * Finds a quote in a frozen text. First as it is; where it is not there, by its
 * letters only, because what was retyped or pasted from another program has
 * other line ends, quotation marks, dashes, spaces and composed letters.
 */
export function findQuote(text: string, quote: string): OffsetRange[] {
  const wanted = toLineFeeds(quote).trim();
  if (wanted === "") return [];
  const exact = placesOf(text, wanted).map((place) => ({
    start: place,
    end: place + wanted.length,
  }));
  const places = exact.length > 0 ? exact : findFolded(text, wanted);
  return toCodePointRanges(text, places);
}

type UnitRange = { start: number; end: number };

/**
 * `indexOf` goes back to the beginning of the words after each half match: in a
 * text of one letter a million times that is a million times their length. Here
 * no letter of the text is looked at twice (Knuth, Morris and Pratt).
 */
function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  const fallbacks = fallbacksOf(wanted);
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== wanted.charCodeAt(matched))
      matched = fallbacks[matched - 1] ?? 0;
    if (unit === wanted.charCodeAt(matched)) matched += 1;
    if (matched < wanted.length) continue;
    places.push(at + 1 - wanted.length);
    if (places.length >= maxQuotePlaces) return places;
    matched = fallbacks[matched - 1] ?? 0;
  }
  return places;
}

/** For each beginning of the words, how long a shorter beginning it ends with. */
function fallbacksOf(wanted: string): Uint32Array {
  const fallbacks = new Uint32Array(wanted.length);
  let length = 0;
  for (let at = 1; at < wanted.length; at += 1) {
    while (length > 0 && wanted.charCodeAt(at) !== wanted.charCodeAt(length))
      length = fallbacks[length - 1] ?? 0;
    if (wanted.charCodeAt(at) === wanted.charCodeAt(length)) length += 1;
    fallbacks[at] = length;
  }
  return fallbacks;
}

function findFolded(text: string, wanted: string): UnitRange[] {
  const foldedWanted = foldText(wanted).folded.trim();
  if (foldedWanted === "") return [];
  const { folded, starts, ends } = foldText(text);
  return placesOf(folded, foldedWanted).map((place) => ({
    start: starts[place] ?? 0,
    end: ends[place + foldedWanted.length - 1] ?? text.length,
  }));
}

/** A folded text, and for each of its units the stretch of text it came from. */
type FoldedText = { folded: string; starts: number[]; ends: number[] };

// A letter with its combining marks: what is folded as one.
const clusterPattern = /\P{M}\p{M}*|\p{M}+/uy;
const firstCombiningMark = 0x300;

function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const foldings = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const cluster = clusterAt(text, at);
    let unit = foldings.get(cluster);
    if (unit === undefined) {
      unit = foldCluster(cluster);
      foldings.set(cluster, unit);
    }
    const end = at + cluster.length;
    if (unit === " " && parts.at(-1) === " ") {
      ends[ends.length - 1] = end;
    } else if (unit !== "") {
      parts.push(unit);
      for (let index = 0; index < unit.length; index += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { folded: parts.join(""), starts, ends };
}

/** Most of a text is plain letters: the pattern is asked only where a mark could follow. */
function clusterAt(text: string, at: number): string {
  const isPlain =
    text.charCodeAt(at) < firstCombiningMark &&
    !(text.charCodeAt(at + 1) >= firstCombiningMark);
  if (isPlain) return text.charAt(at);
  clusterPattern.lastIndex = at;
  return clusterPattern.exec(text)?.[0] ?? text.charAt(at);
}

function foldCluster(cluster: string): string {
  if (cluster.trim() === "") return " ";
  return normaliseText(cluster, "NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u201a\u201b\u2032`\u00b4]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, "");
}

function toCodePointRanges(text: string, places: UnitRange[]): OffsetRange[] {
  let unitsSoFar = 0;
  let pointsSoFar = 0;
  return places.map(({ start, end }) => {
    pointsSoFar += codePointOffset(text.slice(unitsSoFar, start), Infinity);
    unitsSoFar = start;
    const length = codePointOffset(text.slice(start, end), Infinity);
    return { startOffset: pointsSoFar, endOffset: pointsSoFar + length };
  });
}
