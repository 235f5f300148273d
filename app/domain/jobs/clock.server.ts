import type { Db } from "#app/db/schema.ts";
import { selectLastEventTime } from "../audit/audit.server.ts";
import { judgeClock } from "./clock.ts";
import {
  selectClockSighting,
  upsertClockSighting,
} from "./clock.queries.server.ts";

/**
 * Looks at the clock, writes down what it shows and says whether it may be
 * believed. To be asked before anything is deleted by the clock, once an hour:
 * so a portal that nobody uses is seen to go on as well.
 */
export async function lookAtClock(db: Db, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before =
      (await selectClockSighting(trx)) ?? (await sightingOfEvents(trx));
    const sighting = judgeClock(before, now);
    await upsertClockSighting(trx, sighting);
    return sighting.isTrusted;
  });
}

/** Never looked at yet: the newest event says when somebody last believed it. */
async function sightingOfEvents(db: Db) {
  const last = await selectLastEventTime(db);
  if (!last) return undefined;
  return { seenAt: last, trustedAt: last, suspectedSince: undefined };
}
