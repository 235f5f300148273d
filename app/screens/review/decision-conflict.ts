import type { DecisionConflict } from "#app/domain/triage/conflict.server.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { describeEvents } from "./history.ts";
import { describeState } from "./states.ts";

/** Both sides of a decision that came too late, in words. */
export function describeConflict({ mine, saved, since }: DecisionConflict) {
  const { changedBy, changedAt, isFlagged } = saved;
  const flagged = {
    label: "Safeguarding",
    mine: "Not part of your save",
    saved: "Flagged",
  };
  return {
    changedBy,
    changedAt: changedAt && formatMoment(changedAt),
    rows: [
      {
        label: "State",
        mine: describeState(mine.state).label,
        saved: describeState(saved.state).label,
      },
      {
        label: "Assigned to",
        mine: nameOf(mine.assigneeId, since.names.staff),
        saved: saved.assigneeName ?? "Nobody",
      },
      ...(isFlagged ? [flagged] : []),
    ],
    changes: describeEvents(since),
  };
}

function nameOf(staffId: string | null, names: ReadonlyMap<string, string>) {
  if (staffId === null) return "Nobody";
  return names.get(staffId) ?? "Somebody who has left";
}
