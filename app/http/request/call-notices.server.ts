import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import { findProposal } from "#app/domain/calls/authoring/proposals.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { findOpeningProposal } from "#app/domain/calls/openings.server.ts";
import type { RequestContext } from "./context.server.ts";

/** What about a call waits for somebody of the team, and what they are called. */
export async function findWaiting(db: RequestContext["db"], call: Call) {
  return {
    opening: await findOpeningProposal(db, call),
    proposal: await findProposal(db, call.id),
    names: await selectStaffNames(db),
  };
}
