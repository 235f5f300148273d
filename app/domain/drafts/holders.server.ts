import { createHash } from "node:crypto";

/** The holder's cookie has 256 random bits: a plain hash cannot be searched. */
export function hashHolderKey(holderKey: string): string {
  return createHash("sha256").update(holderKey).digest("hex");
}
