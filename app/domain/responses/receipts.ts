import { groupInFours, isOf, withoutSeparators } from "../drafts/codes.ts";

/** No I, L, O, U, 0 or 1: a reference is read out over the phone. */
export const referenceAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

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
