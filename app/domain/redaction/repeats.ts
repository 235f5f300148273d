import { codePointOffset } from "../tagging/passages.ts";
import type { RedactionReason } from "./redactions.ts";
import type { SuggestedRedaction } from "./suggestions.ts";

/** Words that somebody marked in a response, and why. */
export type MarkedWords = { quote: string; reason: RedactionReason };

/** Shorter words stand everywhere, and longer ones hardly ever twice. */
const fewestUnits = 3;
const mostUnits = 200;
const mostWords = 50;
const mostRepeats = 500;

/**
 * Where words that were marked stand again in a text, whatever their case: a
 * name that is left in another sentence tells who stands under the mark. Whole
 * words only, in the order of the text; at most fifty words are looked for.
 */
export function repeatsIn(
  text: string,
  marked: readonly MarkedWords[],
): SuggestedRedaction[] {
  const lower = lowered(text);
  const found = wordsToFind(marked).flatMap(({ word, reason }) =>
    placesOf(lower, word).map((start) => ({ start, word, reason })),
  );
  let units = 0;
  let points = 0;
  return found
    .sort((one, other) => one.start - other.start)
    .slice(0, mostRepeats)
    .map(({ start, word, reason }) => {
      points += codePointOffset(text.slice(units, start), Infinity);
      units = start;
      const quote = text.slice(start, start + word.length);
      const endOffset = points + codePointOffset(quote, Infinity);
      return { startOffset: points, endOffset, reason, quote };
    });
}

function wordsToFind(marked: readonly MarkedWords[]) {
  const words = new Map<string, RedactionReason>();
  for (const { quote, reason } of marked) {
    const word = lowered(quote.trim());
    const isFit = word.length >= fewestUnits && word.length <= mostUnits;
    if (isFit && !words.has(word)) words.set(word, reason);
  }
  return [...words]
    .slice(0, mostWords)
    .map(([word, reason]) => ({ word, reason }));
}

/** In lower case, unless that changes where its letters stand. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

const partOfWord = /[\p{L}\p{N}]/u;

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  let at = text.indexOf(word);
  while (at !== -1 && places.length < mostRepeats) {
    const after = text.charAt(at + word.length);
    if (!partOfWord.test(text.charAt(at - 1)) && !partOfWord.test(after))
      places.push(at);
    at = text.indexOf(word, at + word.length);
  }
  return places;
}
