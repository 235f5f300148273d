import { createHash } from "node:crypto";
import { cutWords, isPrefixTerm, maxSearchWords } from "./search-words.ts";

/*
 * Texts and terms as PostgreSQL's tsvector and tsquery, with words cut by our
 * own cutter (docs/decisions/221). A tsvector counts no place beyond 16,383, no
 * more than 255 of one word and a megabyte in all; so a text comes in parts.
 */

const maxWordsInPart = 15_000;
const maxPlacesOfWord = 255;
const maxBytesInPart = 400_000;
const bytesOfPlace = 2;
/** Of a lexeme; PostgreSQL's own is 2,046. */
const maxLexemeBytes = 500;
/** Parts overlap by so much that the longest phrase stands whole in one of them. */
const overlap = maxSearchWords - 1;

/** The texts one after the other as literals of tsvectors; no phrase reaches from one text into the next. */
export function* toVectors(texts: readonly string[]): Generator<string> {
  for (const text of texts) {
    let part = new Part();
    for (const { stem } of cutWords(text)) {
      const lexeme = lexemeOf(stem);
      if (part.isFullFor(lexeme)) {
        yield part.literal();
        part = part.next();
      }
      part.add(lexeme);
    }
    if (part.hasWords()) yield part.literal();
  }
}

/** A word or a phrase as a tsquery; undefined where it holds no word. */
export function toTsQuery(term: string): string | undefined {
  const lexemes = Array.from(cutWords(term), ({ stem }) => lexemeOf(stem));
  if (lexemes.length === 0) return undefined;
  const phrase = lexemes.map((lexeme) => `'${lexeme}'`).join(" <-> ");
  return isPrefixTerm(term) ? `${phrase}:*` : phrase;
}

/** A script without spaces makes words of any length: one that is too long is known by its hash, which no word looks like. */
function lexemeOf(stem: string): string {
  if (Buffer.byteLength(stem) <= maxLexemeBytes) return stem;
  return `#${createHash("sha256").update(stem).digest("hex")}`;
}

class Part {
  readonly #places = new Map<string, number[]>();
  #lastWords: string[] = [];
  #count = 0;
  #bytes = 0;

  hasWords(): boolean {
    return this.#count > 0;
  }

  isFullFor(lexeme: string): boolean {
    return (
      this.#count >= maxWordsInPart ||
      this.#bytes >= maxBytesInPart ||
      (this.#places.get(lexeme)?.length ?? 0) >= maxPlacesOfWord
    );
  }

  add(lexeme: string) {
    this.#count += 1;
    this.#bytes += bytesOfPlace;
    const places = this.#places.get(lexeme);
    if (places) places.push(this.#count);
    else {
      this.#places.set(lexeme, [this.#count]);
      this.#bytes += Buffer.byteLength(lexeme);
    }
    this.#lastWords.push(lexeme);
    if (this.#lastWords.length > overlap) this.#lastWords.shift();
  }

  /** The part that comes after this one, with the end of this one as its beginning. */
  next(): Part {
    const part = new Part();
    for (const lexeme of this.#lastWords) part.add(lexeme);
    return part;
  }

  literal(): string {
    return Array.from(
      this.#places,
      ([lexeme, places]) => `'${lexeme}':${places.join(",")}`,
    ).join(" ");
  }
}
