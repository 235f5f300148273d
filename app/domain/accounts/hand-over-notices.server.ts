import type { Db, Trx } from "#app/db/schema.ts";
import { enqueueJob } from "../jobs/jobs.server.ts";
import { selectPeopleBehind } from "./groups.server.ts";
import type { StaffRole } from "./accounts.ts";
import {
  addHandedOver,
  forgetHandedOver,
  selectHandedOver,
  updateTellsHandedOver,
} from "./hand-over-notices.queries.server.ts";

/** By then a bulk hand-over is through, and can be undone no more: one mail tells of all of it. */
const waitMinutes = 10;

/**
 * Notes that a response was handed to somebody, or to every member of a group, who
 * are told of it and of those that follow by one mail; nobody is told of what they
 * handed over themselves.
 */
export async function noteHandOver(
  trx: Trx,
  of: { assigneeId: string; byId: string; now: Date },
): Promise<void> {
  const { assigneeId, byId, now } = of;
  for (const staffId of await selectPeopleBehind(trx, assigneeId)) {
    if (staffId === byId) continue;
    if ((await addHandedOver(trx, staffId)) !== 1) continue;
    await enqueueJob(trx, {
      ...{ kind: "team.tell-handed-over", payload: { staffId }, now },
      runAfter: new Date(now.getTime() + waitMinutes * 60_000),
    });
  }
}

/**
 * How many responses somebody is to be told of, who has not been told yet; from
 * now on it is counted anew.
 */
export async function takeHandedOver(
  trx: Trx,
  staffId: string,
): Promise<{ count: number; role: StaffRole } | undefined> {
  for (;;) {
    const found = await selectHandedOver(trx, staffId);
    if (!found || found.count === 0) return undefined;
    const { count, role, disabledAt, tells } = found;
    // Of what is handed over meanwhile nothing is lost: it is read again.
    if (!(await forgetHandedOver(trx, { staffId, count }))) continue;
    return disabledAt === null && tells === 1 ? { count, role } : undefined;
  }
}

/** Whether somebody is told by mail of what is handed to them. */
export async function isToldOfHandOvers(
  db: Db,
  staffId: string,
): Promise<boolean> {
  return (await selectHandedOver(db, staffId))?.tells === 1;
}

export async function setToldOfHandOvers(
  db: Db,
  of: { staffId: string; tells: boolean },
): Promise<void> {
  await updateTellsHandedOver(db, of);
}
