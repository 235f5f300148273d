import { findUnlooked } from "#app/domain/calls/authoring/alone.server.ts";
import { findProposal } from "#app/domain/calls/authoring/proposals.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { findOpeningProposal } from "#app/domain/calls/openings.server.ts";
import type { RequestContext } from "./context.server.ts";

/** What about a call waits for somebody of the team. */
export async function findWaiting(
  db: RequestContext["db"],
  call: Call,
  names: ReadonlyMap<string, string>,
) {
  return {
    opening: await findOpeningProposal(db, call),
    proposal: await findProposal(db, call.id),
    unlooked: await findUnlooked(db, call.id),
    names,
  };
}
