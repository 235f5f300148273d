import { data } from "@remix-run/node";
import { type Call, findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { countUnderWay } from "#app/domain/drafts/under-way.server.ts";
import { countResponsesByCall } from "#app/domain/responses/public-counts.server.ts";
import type { RequestContext } from "./context.server.ts";

/** The call of an address of the team's, whatever its state. @throws a 404 where there is none. */
export async function requireKeptCall(
  { db }: Pick<RequestContext, "db">,
  slug = "",
): Promise<Call> {
  const call = await findCallBySlug(db, slug);
  if (!call) throw data(null, { status: 404 });
  return call;
}

/** How many responses each call has, and how many are under way, by its id. */
export async function countOfCalls(db: RequestContext["db"], now: Date) {
  return {
    responses: await countResponsesByCall(db),
    underWay: await countUnderWay(db, now),
  };
}
