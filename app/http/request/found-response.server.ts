import { data } from "@remix-run/node";
import {
  findTriageStanding,
  type TriageStanding,
} from "#app/domain/triage/standing.server.ts";
import type { RequestContext } from "./context.server.ts";

/** The response that an address names. @throws a 404 where there is none. */
export async function requireResponse(
  context: Pick<RequestContext, "db" | "now">,
  reference: string | undefined,
): Promise<TriageStanding> {
  const { db, now } = context;
  const standing = await findTriageStanding(db, reference ?? "", now());
  if (!standing) throw data(null, { status: 404 });
  return standing;
}
