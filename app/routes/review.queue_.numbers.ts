import type { LoaderFunctionArgs } from "@remix-run/node";
import { selectQueueNumbers } from "#app/domain/triage/queue-numbers.server.ts";
import { readFrameCounts } from "#app/http/request/frame-counts.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { answerUnlessKnown } from "#app/http/request/known-json.server.ts";
import { describeNumbers } from "#app/screens/review/live-numbers.ts";
import { countedLinks } from "#app/screens/review/staff-links.ts";

/** A resource route: what a queue that stays open counts, of one call or of all; nothing where it is as it was. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const callSlug = new URL(request.url).searchParams.get("call");
  const of = { viewer, callSlug };
  const { counts, ...withThem } = await selectQueueNumbers(context.db, of);
  const numbers = {
    ...describeNumbers(counts, withThem),
    links: countedLinks(await readFrameCounts(context, viewer)),
  };
  return answerUnlessKnown(request, numbers, "no-store");
}
