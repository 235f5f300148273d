import type { Db } from "#app/db/schema.ts";
import { selectStaffNames } from "../accounts/accounts.server.ts";
import { selectChangesSince } from "./changes.server.ts";
import type { SavedSide } from "./saved-side.server.ts";
import { formatMoment } from "./times.ts";
import { describeState, type TriageState } from "./triage.ts";

type Mine = {
  rowVersion: number;
  state: TriageState;
  assigneeId: string | null;
  note: string;
};

/** Both sides of a decision that came too late, in words. */
export async function describeConflict(db: Db, mine: Mine, saved: SavedSide) {
  const { responseId, changedBy, changedAt } = saved;
  const assignee = await findName(db, mine.assigneeId);
  const { rowVersion } = mine;
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
        mine: assignee ?? "Nobody",
        saved: saved.assigneeName ?? "Nobody",
      },
      ...(saved.isFlagged
        ? [
            {
              label: "Safeguarding",
              mine: "Not part of your save",
              saved: "Flagged",
            },
          ]
        : []),
    ],
    changes: await selectChangesSince(db, { responseId, rowVersion }),
  };
}

async function findName(db: Db, staffId: string | null) {
  if (staffId === null) return undefined;
  const names = await selectStaffNames(db);
  return names.get(staffId) ?? "Somebody who has left";
}
