import type { Readable } from "node:stream";
import { createReadableStreamFromReadable, redirect } from "@remix-run/node";
import { normaliseText } from "#app/domain/text/foreign-text.ts";
import type { ByteRange } from "#app/domain/attachments/stored-files.ts";

type FileFacts = {
  name: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
};

/** Of bytes that never change; a download that broke off goes on where it names the same. */
export function etagOf({ sha256 }: { sha256: string }): string {
  return `"${sha256}"`;
}

/** Which of a file an address asks for: the copy without hidden data is asked for by name. */
export function readFilePart(request: Request): "original" | "copy" {
  const asked = new URL(request.url).searchParams.get("as");
  return asked === "copy" ? "copy" : "original";
}

/**
 * A file from outside, for saving and never for showing: were a browser to
 * show it after all, it would be in a sandbox without scripts.
 *
 * `nosniff` and Cross-Origin-Resource-Policy are left to helmet, which sets
 * them on every answer: Remix's adapter appends headers, and browsers ignore a
 * policy that comes twice.
 *
 * @param opened the bytes that were asked for; closed here where only the head is.
 */
export function attachmentResponse(
  request: Request,
  { range, bytes }: { range: ByteRange | undefined; bytes: Readable },
  facts: FileFacts,
): Response {
  const isForHeadOnly = request.method === "HEAD";
  // Remix drops the body of such an answer without a word to what it would be read from.
  if (isForHeadOnly) bytes.destroy();
  const length = range ? range.end - range.start + 1 : facts.byteSize;
  return new Response(
    isForHeadOnly ? null : createReadableStreamFromReadable(bytes),
    {
      status: range ? 206 : 200,
      headers: {
        "Content-Type": facts.mediaType,
        "Content-Length": String(length),
        ...(range && {
          "Content-Range": `bytes ${range.start}-${range.end}/${facts.byteSize}`,
        }),
        "Accept-Ranges": "bytes",
        ETag: etagOf(facts),
        "Content-Disposition": contentDisposition(facts.name),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
      },
    },
  );
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

/** Words, or the way to another page, in place of a file. */
export function answerInstead(
  instead:
    | { redirectTo: string }
    | { status: number; words: string; headers?: Record<string, string> },
): Response {
  if ("redirectTo" in instead) return redirect(instead.redirectTo, 303);
  return new Response(instead.words, {
    status: instead.status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      ...instead.headers,
    },
  });
}

/** A WebP that we drew, for showing. @param name without its ending. */
export function pictureResponse(picture: Buffer, name: string): Response {
  return new Response(new Uint8Array(picture), {
    headers: {
      "Content-Type": "image/webp",
      "Content-Length": String(picture.length),
      "Content-Disposition": `inline; filename="${name}.webp"`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
    },
  });
}
