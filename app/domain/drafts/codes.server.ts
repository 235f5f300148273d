import { codeAlphabet, codeCharacters, groupInFours } from "./codes.ts";

/** 24 characters in groups of four, of the first 15 bytes. */
export function codeOfBytes(bytes: Buffer): string {
  return groupInFours(toBase32(bytes).slice(0, codeCharacters));
}

function toBase32(bytes: Buffer): string {
  let symbols = "";
  let bits = 0;
  let bitCount = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    bitCount += 8;
    while (bitCount >= 5) {
      bitCount -= 5;
      symbols += codeAlphabet[(bits >> bitCount) & 31];
    }
    bits &= 31;
  }
  return symbols;
}
