import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { arrangeTags } from "#app/domain/tagging/tags.ts";
import { selectTagsInUse } from "#app/domain/tagging/tags.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";

/** A resource route: what every tag in use is called, for finders of a codebook that is too large for their page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "read-responses");
  const tags = arrangeTags(await selectTagsInUse(context.db));
  const body = JSON.stringify(
    tags.map(({ tagId, name, depth }) => [tagId, name, depth]),
  );
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { ETag: etag, "Cache-Control": "private, no-cache" };
  if (request.headers.get("If-None-Match") === etag)
    return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, "Content-Type": "application/json" },
  });
}
