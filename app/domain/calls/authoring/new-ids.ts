import { normaliseText } from "../../text/foreign-text.ts";

/** The longest id of a page or a question. */
export const maxIdCharacters = 40;

/**
 * An id for something new, from the words that it begins with. It never changes
 * when the words do, and nothing that any version had is called so again: rules
 * and answers hang on ids.
 *
 * @param taken every id that may not be given, of those that were given once too
 * @param kind what it begins with where the words have no letter for it
 */
export function newId(
  words: string,
  { taken, kind }: { taken: ReadonlySet<string>; kind: string },
): string {
  const letters = normaliseText(words.slice(0, 400), "NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "");
  // Cut at a word, so that an address reads well.
  const start = cutAtWord(letters, maxIdCharacters - 6) || kind;
  for (let nth = 1; ; nth += 1) {
    const id = nth === 1 ? start : `${start}-${nth}`;
    // Every object has something under that name.
    if (!taken.has(id) && id !== "constructor") return id;
  }
}

function cutAtWord(letters: string, most: number): string {
  const cut =
    letters.length > most
      ? letters.slice(0, most).replace(/-[^-]*$/, "")
      : letters;
  return cut.replace(/-+$/, "");
}
