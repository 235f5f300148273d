import { createHmac } from "node:crypto";
import { groupInFours } from "../drafts/codes.ts";
import { codeOfBytes } from "../drafts/codes.server.ts";
import { referenceAlphabet } from "./receipts.ts";

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

/** @param code as `normaliseCode` returns it. */
export function hashReceiptCode(secret: string, code: string): string {
  return createHmac("sha256", secret)
    .update(`receipt-hash:${code}`)
    .digest("hex");
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
