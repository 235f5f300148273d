import type { IncomingHttpHeaders } from "node:http";
import { gzipSync } from "node:zlib";
import { readAcceptedEncodings } from "./accepted-encodings.server.ts";

/** In bytes: the length of a compressed page is told in whole ones of these. */
const step = 256;

/** RFC 1952, 2.3: ten bytes, of which the fourth says that a file's name follows. */
const headBytes = 10;
const flagsAt = 3;
const hasName = 8;

/**
 * Whether a page of somebody's own may be compressed for this request. Who can
 * have a browser ask for it again and again, and watches the line, could learn
 * from the lengths what is on it (BREACH). A browser tells of a request that
 * another site had it make (docs/decisions/272).
 */
export function mayCompress(headers: IncomingHttpHeaders): boolean {
  const askedBy = headers["sec-fetch-site"];
  if (askedBy !== "same-origin" && askedBy !== "none") return false;
  const encodings = readAcceptedEncodings(headers["accept-encoding"]);
  return encodings.includes("gzip");
}

/** The page as gzip, up to a whole step long: which of two answers is chosen on it does not show in its length. */
export function compressPage(page: Buffer): Buffer {
  const packed = gzipSync(page);
  const steps = Math.ceil((packed.length + 1) / step);
  // A name that nobody reads, and the zero that ends it.
  const name = Buffer.alloc(steps * step - packed.length, "-");
  name[name.length - 1] = 0;
  const head = Buffer.from(packed.subarray(0, headBytes));
  head[flagsAt] = hasName;
  return Buffer.concat([head, name, packed.subarray(headBytes)]);
}
