import { readControlsAsWindows } from "./windows-1252.ts";

/*
 * Text that others wrote: typed into a form, a cell of an import, a file's name
 * or what is in it. It is bounded here before anything else looks at it, because
 * what looks at it costs more than its length where somebody means harm.
 */

/** The longest text of a form that is taken in, in UTF-16 code units: more than a million characters come back to be shortened. */
export const maxTextCodeUnits = 1_200_000;

/** No script stacks more marks on a letter; Unicode's stream-safe form has the same number (UAX 15, D4). */
export const maxMarksInARow = 30;

/** The two half-width marks are letters by category and become marks in NFKC and NFKD. */
const longMarkRun = new RegExp(
  `([\\p{M}\\uFF9E\\uFF9F]{${maxMarksInARow}})[\\p{M}\\uFF9E\\uFF9F]+`,
  "gu",
);

/** Characters as people count them: code points, so that an emoji is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

/** A text cut to so many UTF-16 code units; no character is cut in half. */
export function cutText(text: string, maxCodeUnits: number): string {
  if (text.length <= maxCodeUnits) return text;
  return text.slice(0, maxCodeUnits).replace(/[\uD800-\uDBFF]$/, "");
}

/** Takes the marks away that stand after the thirtieth in a row. */
export function cutMarkRuns(text: string): string {
  return text.replace(longMarkRun, "$1");
}

/**
 * A text in one of Unicode's normal forms. `String.normalize` puts marks in
 * order in a time that grows with the square of their number, so that 80 kB of
 * them hold a server for seconds: the rest of a long run is cut first.
 */
export function normaliseText(
  text: string,
  form: "NFC" | "NFKC" | "NFKD",
): string {
  return cutMarkRuns(text).normalize(form);
}

/** What Word's Symbol and Wingdings draw at places of Unicode's that everybody else draws as a box. */
const wordsOwnSigns: Record<string, string> = {
  "\uF0B7": "\u2022",
  "\uF0A7": "\u25AA",
  "\uF0D8": "\u27A2",
  "\uF0FC": "\u2713",
  "\uF0E0": "\u2192",
};

/**
 * A text with the line ends, hyphens, bullets and quotes that its writer saw. Word,
 * PowerPoint and PDF readers write some of them as control characters, and
 * what is pasted brings those along: taken out, they would join two words.
 */
export function readPastedControls(text: string): string {
  return readControlsAsWindows(text)
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, "\n")
    .replace(/\u0007/g, "\t")
    .replace(/\u001E/g, "\u2011")
    .replace(/[\uF0A7-\uF0FC]/g, (sign) => wordsOwnSigns[sign] ?? sign);
}

/** Blanks and marks of format alone, such as the zero-width space that a web page's text brings along, are no answer. */
const hasSomethingToSee = /[^\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u;

/**
 * What is kept of a typed text: NFC, line ends as LF, no other
 * control characters, lone surrogates and the private-use characters that mark
 * search hits replaced; outer blank space dropped. Empty where nothing in it can be seen.
 */
export function tidyText(text: string): string {
  const written = readPastedControls(text);
  const tidy = normaliseText(
    written.replace(/\p{Surrogate}/gu, "\uFFFD"),
    "NFC",
  )
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F]/g, "")
    .replace(/[\uE000\uE001]/g, "\uFFFD")
    .trim();
  return hasSomethingToSee.test(tidy) ? tidy : "";
}
