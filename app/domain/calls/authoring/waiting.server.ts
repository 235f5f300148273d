import type { Db } from "#app/db/schema.ts";
import { selectWaitingFor } from "./waiting.queries.server.ts";

/** Something about a call that waits for one of the team. */
export type WaitingForOne = Awaited<
  ReturnType<typeof selectWaitingFor>
>[number];

/** All that waits for one of those who may keep calls, the oldest first. */
export async function findWaitingFor(
  db: Db,
  staffId: string,
): Promise<WaitingForOne[]> {
  return selectWaitingFor(db, staffId);
}
