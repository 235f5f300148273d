import type { Db } from "#app/db/schema.ts";
import {
  readVisibleResponse,
  type Seeing,
} from "../responses/visible-responses.server.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { findLastChange } from "../responses/changes.server.ts";

/** The saved side of a save that came too late. */
export type SavedSide = VisibleResponse & {
  changedBy: string | undefined;
  /** ISO-8601 UTC. */
  changedAt: string | undefined;
};

/** What is saved now, who saved it and when: for whoever saved with an older row version. */
export async function readSavedSide(
  db: Db,
  seen: Seeing & { responseId: number },
): Promise<SavedSide> {
  const response = await readVisibleResponse(db, seen);
  const change = await findLastChange(db, response);
  return {
    ...response,
    changedBy: change?.changedBy,
    changedAt: change?.changedAt,
  };
}
