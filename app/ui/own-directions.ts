/** Under `plaintext` Chromium lays out a longer one in a time that grows with its square. */
const longestParagraph = 20_000;

/**
 * The class of a text whose paragraphs each have the direction of their own first
 * letter; empty where one of them is so long that the whole text has one direction instead.
 */
export function ownDirections(text: string): string {
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf("\n", from);
    const until = end < 0 ? text.length : end;
    if (until - from > longestParagraph) return "";
    from = until + 1;
  }
  return "heard-own-directions";
}
