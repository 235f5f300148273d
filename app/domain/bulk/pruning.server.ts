import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#app/db/schema.ts";
import { findAction } from "./actions.server.ts";
import {
  countItems,
  deleteSomeItems,
  moveAction,
} from "./bulk.queries.server.ts";
import { daysToKeepItems, writeDetails } from "./bulk.ts";
import { selectEndedWithItems } from "./pruning.queries.server.ts";

const rowsAtATime = 500;
const shortPause = () => sleep(5);

/**
 * Deletes which responses an action was about, 30 days after it ended. What it
 * came to stays in numbers, and each response's own history says what was done
 * to it. Cut off, it goes on where it was.
 *
 * @returns how many rows were deleted.
 */
export async function pruneEndedActions(
  db: Db,
  now: Date,
  pause: () => Promise<unknown> = shortPause,
): Promise<number> {
  const before = new Date(now.getTime() - daysToKeepItems * 86_400_000);
  let pruned = 0;
  for (const actionId of await selectEndedWithItems(db, before.toISOString())) {
    await keepCounts(db, actionId);
    for (let deleted = rowsAtATime; deleted === rowsAtATime;) {
      deleted = await db
        .transaction()
        .execute((trx) => deleteSomeItems(trx, actionId, rowsAtATime));
      pruned += deleted;
      await pause();
    }
  }
  return pruned;
}

/** Counted once: of some that are deleted already the numbers stand. */
async function keepCounts(db: Db, actionId: number): Promise<void> {
  const action = await findAction(db, actionId);
  if (!action || action.counts) return;
  const counts = await countItems(db, actionId);
  const details = writeDetails({ ...action, counts });
  await db.transaction().execute((trx) =>
    moveAction(trx, {
      ...{ actionId, from: [action.standing], set: { details } },
    }),
  );
}
