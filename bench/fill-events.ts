import type { NewEvent } from "#app/domain/audit/audit.ts";
import type { FillTeam, PlannedResponse } from "./fill-plan.ts";

type Change = Pick<NewEvent, "type" | "details">[];

/** What was done to a response, in its order: a decision raises its version, a flag and tags do not. */
function changesOf(
  { decision, isFlagged, tagNumber }: PlannedResponse,
  { staffIds, tagIds }: FillTeam,
): Change {
  const changes: Change = [];
  if (decision) {
    const rowVersion = versionOf({ decision });
    const details = { from: "received", to: decision.state, rowVersion };
    changes.push({ type: "response.state-changed", details });
    const assigneeId = staffIds[decision.assigneeNumber ?? -1];
    if (assigneeId !== undefined)
      changes.push({
        type: "response.assigned",
        details: { from: null, to: assigneeId, rowVersion },
      });
  }
  const tagId = tagIds[tagNumber ?? -1];
  if (tagId !== undefined) {
    const details = { added: [tagId], removed: [] };
    changes.push({ type: "response.tags-saved", details });
  }
  // Last: nothing is decided or tagged of what is frozen.
  if (isFlagged) changes.push({ type: "response.safeguarding-raised" });
  return changes;
}

/** The version of a response after all that was done to it. */
export function versionOf({
  decision,
}: Pick<PlannedResponse, "decision">): number {
  return decision ? 2 : 1;
}

/** Everything that happened to a response, oldest first. */
export function eventsOf(
  id: number,
  plan: PlannedResponse,
  fill: FillTeam & { call: { id: number } },
): NewEvent[] {
  const about = {
    at: plan.recordedAt,
    subject: { kind: "response" as const, id },
  };
  const actor = { kind: "staff" as const, staffId: fill.staffIds[0] ?? "" };
  const received: NewEvent = {
    ...about,
    actor: { kind: "respondent" },
    type: "response.received",
    details: { callId: fill.call.id, channel: plan.channel },
  };
  const changes = changesOf(plan, fill).map((change) => ({
    ...about,
    ...change,
    actor,
  }));
  return [received, ...changes];
}
