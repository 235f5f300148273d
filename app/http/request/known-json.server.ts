import { createHash } from "node:crypto";

/**
 * JSON for a script that asks again and again: nothing is sent where it has the
 * same already.
 *
 * @param cacheControl what of it a browser may keep.
 */
export function answerUnlessKnown(
  request: Request,
  value: unknown,
  cacheControl: "no-store" | "private, no-cache",
): Response {
  const body = JSON.stringify(value);
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { ETag: etag, "Cache-Control": cacheControl };
  if (request.headers.get("If-None-Match") === etag)
    return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, "Content-Type": "application/json" },
  });
}
