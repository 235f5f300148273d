import { normaliseText } from "./foreign-text.ts";

/**
 * What two names are compared by: without regard to case, to width, to blanks
 * and to letters that nobody sees. Letters of other scripts that look alike stay apart.
 */
export function toNameKey(name: string): string {
  return normaliseText(name.replace(/\p{Cf}/gu, ""), "NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .replace(/\s+/g, " ")
    .toUpperCase()
    .toLowerCase();
}
