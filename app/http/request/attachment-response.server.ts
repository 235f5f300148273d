import type { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { normaliseText } from "#app/domain/text/foreign-text.ts";

/**
 * A file from outside, for saving and never for showing: were a browser to
 * show it after all, it would be in a sandbox without scripts.
 *
 * `nosniff` and Cross-Origin-Resource-Policy are left to helmet, which sets
 * them on every answer: Remix's adapter appends headers, and browsers ignore a
 * policy that comes twice.
 */
export function attachmentResponse(
  request: Request,
  open: () => Readable,
  facts: { name: string; mediaType: string; byteSize: number },
): Response {
  const body = isForHeadOnly(request)
    ? null
    : createReadableStreamFromReadable(open());
  return new Response(body, {
    headers: {
      "Content-Type": facts.mediaType,
      "Content-Length": String(facts.byteSize),
      "Content-Disposition": contentDisposition(facts.name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
    },
  });
}

/** Remix drops the body of such an answer without a word to the file that it would be read from, which stays open. */
function isForHeadOnly({ method }: Request): boolean {
  return method === "HEAD";
}

/** RFC 6266: a plain name for old clients, the real one percent-encoded as UTF-8 (RFC 8187). */
export function contentDisposition(name: string): string {
  const plainName = normaliseText(name, "NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7E]/g, "_")
    .replace(/["\\%;]/g, "_");
  const encodedName = encodeURIComponent(
    name.replace(/\p{Cs}/gu, "\uFFFD"),
  ).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainName}"; filename*=UTF-8''${encodedName}`;
}
