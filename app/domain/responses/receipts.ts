/** Crockford's base 32: no I, L, O or U, so a code can be read out and typed. */
export const receiptAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const receiptCodeCharacters = 24;

/** No I, L, O, U, 0 or 1: a reference is read out over the phone. */
export const referenceAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

export function groupInFours(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? "";
}

/**
 * A typed or pasted receipt code as it is hashed: spaces, dashes and case do
 * not matter, and look-alikes count as what they look like.
 *
 * @returns undefined where it cannot be a receipt code.
 */
export function normaliseReceiptCode(typed: string): string | undefined {
  const code = withoutSeparators(typed)
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return isOf(receiptAlphabet, code) && code.length === receiptCodeCharacters
    ? code
    : undefined;
}

/**
 * A typed or pasted reference as it is stored: `h7k4m 9qx2` is `H-7K4M-9QX2`.
 *
 * @returns undefined where it cannot be a reference.
 */
export function normaliseReference(typed: string): string | undefined {
  const reference = withoutSeparators(typed);
  const symbols = reference.slice(1);
  if (!reference.startsWith("H") || symbols.length !== 8) return undefined;
  if (!isOf(referenceAlphabet, symbols)) return undefined;
  return `H-${groupInFours(symbols)}`;
}

function withoutSeparators(typed: string): string {
  return typed
    .slice(0, 200)
    .normalize("NFKC")
    .replace(/[\s\p{Pd}.·_\u00AD\u200B]/gu, "")
    .toUpperCase();
}

function isOf(alphabet: string, text: string): boolean {
  return [...text].every((character) => alphabet.includes(character));
}
