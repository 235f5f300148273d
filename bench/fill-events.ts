import type { NewEvent } from "#app/domain/audit/audit.ts";
import type { FillTeam, PlannedResponse } from "./fill-plan.ts";

type Change = Pick<NewEvent, "type" | "details">[];

/** What raises the version of a response, in its order, with the events of each. */
export function changesOf(
  { decision, isFlagged, tagNumber }: PlannedResponse,
  { staffIds, tagIds }: FillTeam,
): Change[] {
  const changes: Change[] = [];
  if (decision) {
    const details = { from: "received", to: decision.state };
    const change: Change = [{ type: "response.state-changed", details }];
    const assigneeId = staffIds[decision.assigneeNumber ?? -1];
    if (assigneeId !== undefined)
      change.push({
        type: "response.assigned",
        details: { from: null, to: assigneeId },
      });
    changes.push(change);
  }
  if (isFlagged) changes.push([{ type: "response.safeguarding-raised" }]);
  const tagId = tagIds[tagNumber ?? -1];
  if (tagId !== undefined) {
    const details = { added: [tagId], removed: [] };
    changes.push([{ type: "response.tags-saved", details }]);
  }
  return changes;
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
  const changes = changesOf(plan, fill).flatMap((change, index) =>
    change.map(({ type, details }) => ({
      ...about,
      actor,
      type,
      details: { ...details, rowVersion: index + 2 },
    })),
  );
  return [received, ...changes];
}
