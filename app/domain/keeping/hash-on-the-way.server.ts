import { createHash } from "node:crypto";
import type { KeptBytes } from "./manifest.ts";

/** The same bytes, and, when the last has been read, how many they were and their hash. */
export function hashOnTheWay(source: AsyncIterable<Uint8Array>): {
  bytes: AsyncIterable<Uint8Array>;
  result: () => KeptBytes;
} {
  const hash = createHash("sha256");
  let byteSize = 0;
  async function* pass() {
    for await (const piece of source) {
      hash.update(piece);
      byteSize += piece.byteLength;
      yield piece;
    }
  }
  return {
    bytes: pass(),
    result: () => ({ byteSize, sha256: hash.digest("hex") }),
  };
}
