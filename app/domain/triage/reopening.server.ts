import type { Trx } from "#app/db/schema.ts";
import { mayBeAssigned } from "../accounts/groups.server.ts";
import { awaitsTriage } from "../responses/triage-states.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import type { TriageState } from "./triage.ts";

/**
 * Whom a response is with once it is in another state. What was decided stays
 * with whoever had it, though they left or the group ended; where it asks for work
 * again it is with nobody then: else no list of work would have it.
 */
export async function assigneeAfter(
  trx: Trx,
  before: Pick<VisibleResponse, "state">,
  after: { state: TriageState; assigneeId: string | null },
): Promise<string | null> {
  const { state, assigneeId } = after;
  const isReopened = !awaitsTriage(before.state) && awaitsTriage(state);
  if (assigneeId === null || !isReopened) return assigneeId;
  return (await mayBeAssigned(trx, assigneeId)) ? assigneeId : null;
}
