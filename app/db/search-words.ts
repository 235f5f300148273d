import { stemmer } from "stemmer";
import { breakInWord, foldLetters } from "./search-folding.ts";

/*
 * Cuts a text into the words that FTS5's `porter unicode61 remove_diacritics 2`
 * makes of it, so that what is marked is what was found. FTS5's own highlight()
 * and snippet() take the square of the hits, in one call that nothing can stop.
 */

/** Where a word or a hit stands, in UTF-16 units; the end exclusive. */
export type TextRange = { start: number; end: number };

/** A sentence pasted whole; a list of words longer than this is no search. */
export const maxSearchWords = 20;
export const maxSearchCharacters = 2_000;

const marksInsideWords =
  "\\u0300-\\u0304\\u0306-\\u030C\\u030F\\u0311\\u031B\\u0323-\\u0328\\u032D\\u032E\\u0330\\u0331";
const wordPart = `[\\p{L}\\p{N}\\p{Co}][\\p{L}\\p{N}\\p{Co}${marksInsideWords}]*`;
const wordPattern = new RegExp(
  `${wordPart}(?:${breakInWord}+${wordPart})*`,
  "gu",
);
const plainWord = /^[a-z0-9]*$/;
const maxStemmedBytes = 64;

/** The words of a text as they are compared, each where it stands. */
export function* cutWords(
  text: string,
): Generator<TextRange & { stem: string }> {
  for (const { 0: word, index } of text.matchAll(wordPattern))
    yield { stem: keptStem(word), start: index, end: index + word.length };
}

/** Of the words that were cut last: the fifty texts of a page are made of the same few thousand. */
const keptStems = new Map<string, string>();
const maxKeptStems = 10_000;
const maxKeptCharacters = 40;

function keptStem(word: string): string {
  const kept = keptStems.get(word);
  if (kept !== undefined) return kept;
  const stem = stemOf(word);
  if (word.length > maxKeptCharacters) return stem;
  if (keptStems.size >= maxKeptStems) keptStems.clear();
  keptStems.set(word, stem);
  return stem;
}

/** A word that is longer than anything that can be typed is itself: nothing is compared with it. */
function stemOf(word: string): string {
  if (word.length > maxSearchCharacters) return word;
  const folded = foldWord(word);
  const isStemmed =
    folded.length <= maxStemmedBytes &&
    Buffer.byteLength(folded) <= maxStemmedBytes;
  return isStemmed ? stemmer(folded) : folded;
}

function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (plainWord.test(lower)) return lower;
  return Array.from(foldLetters(word), foldCharacter).join("");
}

/** Latin letters lose their accents, others keep them, as in SQLite. */
function foldCharacter(character: string): string {
  if (/\p{M}/u.test(character)) return "";
  const base = character.normalize("NFD").charAt(0);
  if (/[A-Za-z]/.test(base)) return base.toLowerCase();
  const upper = character.toUpperCase();
  const folded =
    upper.length === character.length
      ? upper.toLowerCase()
      : character.toLowerCase();
  return folded.length === character.length ? folded : character;
}

/** A term that ends so stands for every word that begins like its last. */
const prefixSign = "*";

/** Whether a term is of beginnings: `priorit*`. */
export function isPrefixTerm(term: string): boolean {
  return term.endsWith(prefixSign);
}

/** Words or a phrase as a term: of a prefix the last word is only begun. */
export function toSearchTerm(text: string, isPrefix: boolean): string {
  const words = text.replaceAll(prefixSign, " ").trim();
  return isPrefix ? words + prefixSign : words;
}

/**
 * The places where one of the terms stands in a text, in order and apart; those
 * that overlap are one.
 *
 * @param maxHits the search ends there: a text of one word a million times is read no further.
 */
export function findHits(
  text: string,
  terms: readonly string[],
  maxHits: number,
): TextRange[] {
  const sought = readSought(terms);
  const hits: TextRange[] = [];
  if (sought.isNothing || maxHits <= 0) return hits;
  const recent: (TextRange & { stem: string })[] = [];
  for (const word of cutWords(text)) {
    recent.push(word);
    if (recent.length > maxSearchWords) recent.shift();
    for (const phrase of phrasesEndingIn(sought, word.stem)) {
      const first = recent[recent.length - phrase.length];
      if (first && endsWith(recent, phrase))
        addHit(hits, { start: first.start, end: word.end });
    }
    if (hits.length > maxHits) return hits.slice(0, maxHits);
  }
  return hits;
}

/** Letters without accents, and what stands between words: such a text is looked through as it is. */
const plainText = /^[\0-\x7F\xA3\u2010-\u203A\u20AC]*$/;

/**
 * Whether a text has a term at all. Most of many texts have not: those in which
 * not even the beginning of its last word stands are not cut into words.
 */
export function hasTerm(text: string, term: string): boolean {
  const last = [...cutWords(term)].at(-1)?.stem ?? "";
  // Of a stem only the last letter may be another than the word's.
  const begun = last.slice(0, -1);
  if (plainWord.test(begun) && plainText.test(text))
    if (!text.toLowerCase().includes(begun)) return false;
  return findHits(text, [term], 1).length > 0;
}

type Sought = {
  byLastStem: Map<string, string[][]>;
  /** The last stem of each is only begun. */
  begun: string[][];
  isNothing: boolean;
};

function readSought(terms: readonly string[]): Sought {
  const byLastStem = new Map<string, string[][]>();
  const begun: string[][] = [];
  for (const term of terms) {
    const stems = Array.from(cutWords(term), ({ stem }) => stem);
    const last = stems.at(-1);
    if (last === undefined || stems.length > maxSearchWords) continue;
    if (isPrefixTerm(term)) begun.push(stems);
    else byLastStem.set(last, [...(byLastStem.get(last) ?? []), stems]);
  }
  const isNothing = byLastStem.size === 0 && begun.length === 0;
  return { byLastStem, begun, isNothing };
}

function phrasesEndingIn(sought: Sought, stem: string): string[][] {
  const whole = sought.byLastStem.get(stem) ?? [];
  if (sought.begun.length === 0) return whole;
  const isBegun = (phrase: string[]) => stem.startsWith(phrase.at(-1) ?? stem);
  return [...whole, ...sought.begun.filter(isBegun)];
}

/** The last word of the phrase is known to fit. */
function endsWith(words: readonly { stem: string }[], phrase: string[]) {
  const from = words.length - phrase.length;
  return phrase
    .slice(0, -1)
    .every((stem, index) => words[from + index]?.stem === stem);
}

function addHit(hits: TextRange[], hit: TextRange) {
  let { start } = hit;
  for (let last = hits.at(-1); last && last.end > start; last = hits.at(-1)) {
    start = Math.min(start, last.start);
    hits.pop();
  }
  hits.push({ start, end: hit.end });
}
