import type { Db } from "#app/db/schema.ts";
import { type History, readChangesSince } from "./history.server.ts";
import type { SavedSide } from "./saved-side.server.ts";
import type { TriageState } from "./triage.ts";

export type Mine = {
  rowVersion: number;
  state: TriageState;
  assigneeId: string | null;
  note: string;
};

/** Both sides of a decision that came too late, and what happened in between. */
export type DecisionConflict = { mine: Mine; saved: SavedSide; since: History };

export async function readConflict(
  db: Db,
  mine: Mine,
  saved: SavedSide,
): Promise<DecisionConflict> {
  const { responseId } = saved;
  const { rowVersion } = mine;
  const since = await readChangesSince(db, { responseId, rowVersion });
  return { mine, saved, since };
}
