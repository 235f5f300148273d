/*
 * Letters as they are compared in a search, and only there: what somebody wrote
 * is kept and shown as it is. SQLite takes accents off by itself; what is told
 * here it would take for other letters, or for the end of a word.
 */

/** Letters that are no letter with an accent, as people type them on a keyboard that has none of them. */
const asTyped: Record<string, string> = {
  ø: "o",
  Ø: "O",
  ß: "ss",
  "\u1E9E": "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  đ: "d",
  Đ: "D",
  ħ: "h",
  Ħ: "H",
  ł: "l",
  Ł: "L",
  ı: "i",
};

/** Ligatures, full-width letters and digits, Arabic letters in the shape of their place: as printed, not as written. */
const asPrinted =
  "\\uFB00-\\uFB06\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFB50-\\uFBB1\\uFBD3-\\uFC5D\\uFC64-\\uFD3D\\uFE80-\\uFEFC";

/** A place where a word may be broken: a soft hyphen, with the end of the line that it stands at, and marks that show nothing. */
export const breakInWord = "(?:\\u00AD\\s*|[\\u2060\\uFEFF])";

const typedLetter = new RegExp(`[${Object.keys(asTyped).join("")}]`, "gu");
const printedLetter = new RegExp(`[${asPrinted}]`, "gu");
const breaks = new RegExp(breakInWord, "gu");
const anyFolded = new RegExp(
  `[${Object.keys(asTyped).join("")}${asPrinted}\\u00AD\\u2060\\uFEFF]`,
  "u",
);

/** A text with the letters that a search compares: "Straße" and "Strasse" are one word. */
export function foldLetters(text: string): string {
  if (!anyFolded.test(text)) return text;
  return text
    .replace(breaks, "")
    .replace(printedLetter, (letter) => letter.normalize("NFKC"))
    .replace(typedLetter, (letter) => asTyped[letter] ?? letter);
}
