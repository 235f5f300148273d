import { cutText, normaliseText } from "../text/foreign-text.ts";

/** Crockford's base 32: no I, L, O or U, so a code can be read out and typed. */
export const codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const codeCharacters = 24;

export function groupInFours(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? "";
}

/**
 * A typed or pasted receipt code or late code as it is hashed: spaces, dashes
 * and case do not matter, and look-alikes count as what they look like.
 *
 * @returns undefined where it cannot be such a code.
 */
export function normaliseCode(typed: string): string | undefined {
  const code = withoutSeparators(typed)
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return isOf(codeAlphabet, code) && code.length === codeCharacters
    ? code
    : undefined;
}

/** What was typed of a code or a reference, in capitals, without what people put between. */
export function withoutSeparators(typed: string): string {
  return normaliseText(cutText(typed, 200), "NFKC")
    .replace(/[\s\p{Pd}.·_\u00AD\u200B]/gu, "")
    .toUpperCase();
}

export function isOf(alphabet: string, text: string): boolean {
  return [...text].every((character) => alphabet.includes(character));
}
