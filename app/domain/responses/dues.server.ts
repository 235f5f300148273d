import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#app/db/schema.ts";
import { dueDay } from "../calls/dues.ts";
import { findDueRule } from "../calls/dues.server.ts";
import { writeDueDays } from "./changes.queries.server.ts";
import { selectArrivalsOfCall } from "./intake.queries.server.ts";

const rowsInBatch = 500;
const shortPause = () => sleep(5);

/**
 * Puts on every response of a call by which day it should be read, a few hundred
 * in a transaction. Body of the job `responses.due`; safe to run again.
 */
export async function putDueDays(
  db: Db,
  { callId }: { callId: number },
  pause: () => Promise<unknown> = shortPause,
): Promise<void> {
  const rule = await findDueRule(db, callId);
  for (let after = 0; ;) {
    const part = { callId, after, limit: rowsInBatch };
    const rows = await selectArrivalsOfCall(db, part);
    const last = rows.at(-1);
    if (!last) return;
    const byDay = new Map<string, number[]>();
    for (const { id, receivedAt, dueOn } of rows) {
      const day = dueDay(rule, receivedAt);
      if (day !== dueOn) byDay.set(day, [...(byDay.get(day) ?? []), id]);
    }
    await db.transaction().execute((trx) => writeDueDays(trx, byDay));
    after = last.id;
    await pause();
  }
}
