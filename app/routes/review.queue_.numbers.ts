import type { LoaderFunctionArgs } from "@remix-run/node";
import { createHash } from "node:crypto";
import { selectQueueNumbers } from "#app/domain/triage/queue-numbers.server.ts";
import { readFrameCounts } from "#app/http/request/frame-counts.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { describeNumbers } from "#app/screens/review/live-numbers.ts";
import { countedLinks } from "#app/screens/review/staff-links.ts";

/** A resource route: what a queue that stays open counts, of one call or of all; nothing where it is as it was. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const callSlug = new URL(request.url).searchParams.get("call");
  const of = { viewer, callSlug };
  const { counts, withReaderCount } = await selectQueueNumbers(context.db, of);
  const body = JSON.stringify({
    ...describeNumbers(counts, withReaderCount),
    links: countedLinks(await readFrameCounts(context, viewer)),
  });
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { ETag: etag, "Cache-Control": "no-store" };
  if (request.headers.get("If-None-Match") === etag)
    return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, "Content-Type": "application/json" },
  });
}
