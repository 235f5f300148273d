import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { claimMinutes } from "../triage/triage.ts";
import { selectReadingSince } from "./readings.queries.server.ts";

/**
 * Writes down that somebody opened a response: the ledger counts what was read.
 * One event for each person and response in the time of a claim, so that going
 * back and forth leaves one line.
 */
export async function recordReading(
  db: Db,
  reading: { responseId: number; staffId: string; now: Date },
): Promise<void> {
  const { responseId, staffId, now } = reading;
  const since = new Date(now.getTime() - claimMinutes * 60_000).toISOString();
  const sought = { responseId, staffId, since };
  if (await selectReadingSince(db, sought).executeTakeFirst()) return;
  await db.transaction().execute(async (trx) => {
    if (await selectReadingSince(trx, sought).executeTakeFirst()) return;
    await recordEvent(trx, {
      at: now,
      actor: { kind: "staff", staffId },
      subject: { kind: "response", id: responseId },
      type: "response.read",
    });
  });
}
