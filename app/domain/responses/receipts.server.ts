import { createHash, createHmac } from "node:crypto";
import {
  groupInFours,
  receiptAlphabet,
  receiptCodeCharacters,
  referenceAlphabet,
} from "./receipts.ts";

/**
 * A draft's receipt code. It follows from the draft's public id and the
 * secret, so a retry shows the same code though only its hash is stored.
 */
export function receiptCodeOf(secret: string, draftPublicId: string): string {
  const mac = createHmac("sha256", secret)
    .update(`receipt:${draftPublicId}`)
    .digest();
  return codeOfBytes(mac);
}

/** 24 characters in groups of four, of the first 15 bytes. */
export function codeOfBytes(bytes: Buffer): string {
  return groupInFours(toBase32(bytes).slice(0, receiptCodeCharacters));
}

/** @param code as `normaliseReceiptCode` returns it. */
export function hashReceiptCode(secret: string, code: string): string {
  return createHmac("sha256", secret)
    .update(`receipt-hash:${code}`)
    .digest("hex");
}

/** The holder's cookie has 256 random bits: a plain hash cannot be searched. */
export function hashHolderKey(holderKey: string): string {
  return createHash("sha256").update(holderKey).digest("hex");
}

/** A public reference such as `H-7K4M-9QX2`. Not a secret, and unique only by the table's constraint. */
export function makeReference(randomBytes: (count: number) => Buffer): string {
  const fairBytes = 256 - (256 % referenceAlphabet.length);
  let symbols = "";
  while (symbols.length < 8) {
    for (const byte of randomBytes(16)) {
      if (byte < fairBytes && symbols.length < 8)
        symbols += referenceAlphabet[byte % referenceAlphabet.length];
    }
  }
  return `H-${groupInFours(symbols)}`;
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
      symbols += receiptAlphabet[(bits >> bitCount) & 31];
    }
    bits &= 31;
  }
  return symbols;
}
