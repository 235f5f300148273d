import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { changeResponse } from "../responses/changes.server.ts";
import { readVisibleResponse } from "../responses/visible-responses.server.ts";
import { insertNote } from "./notes.server.ts";
import type { TriageActor } from "./triage.ts";

type FlagChange = {
  responseId: number;
  /** Kept as a note; empty for none. */
  reason: string;
  actor: TriageActor;
  now: Date;
};

/**
 * Marks a response as telling of somebody at risk. Anyone on the team may, at
 * any moment and whatever a colleague is saving: it asks for no row version and
 * no reason. Raised again, it stays raised and the reason is kept.
 */
export async function raiseSafeguardingFlag(
  db: Db,
  change: FlagChange,
): Promise<{ wasRaisedAlready: boolean }> {
  return db.transaction().execute(async (trx) => {
    const wasChanged = await writeFlag(trx, change, true);
    await keepReason(trx, change);
    return { wasRaisedAlready: !wasChanged };
  });
}

/**
 * Takes the mark off again.
 *
 * @returns `not-allowed` for whoever may not, `reason-needed` where none is given, `not-raised` where there is no mark.
 */
export async function lowerSafeguardingFlag(
  db: Db,
  change: FlagChange,
): Promise<
  | { ok: true }
  | { ok: false; reason: "not-allowed" | "reason-needed" | "not-raised" }
> {
  if (!may(change.actor, "lower-safeguarding-flag"))
    return { ok: false, reason: "not-allowed" };
  if (change.reason.trim() === "")
    return { ok: false, reason: "reason-needed" };
  return db.transaction().execute(async (trx) => {
    if (!(await writeFlag(trx, change, false)))
      return { ok: false, reason: "not-raised" };
    await keepReason(trx, change);
    return { ok: true };
  });
}

async function keepReason(trx: Trx, change: FlagChange) {
  if (change.reason.trim() === "") return;
  await insertNote(trx, { ...change, body: change.reason });
}

/** @returns false where the flag stood like that already. */
async function writeFlag(
  trx: Trx,
  { responseId, actor, now }: FlagChange,
  isFlagged: boolean,
): Promise<boolean> {
  const seen = { responseId, viewer: actor, now };
  const before = await readVisibleResponse(trx, seen);
  if (before.isFlagged === isFlagged) return false;
  const type = isFlagged
    ? "response.safeguarding-raised"
    : "response.safeguarding-lowered";
  await changeResponse(trx, {
    responseId,
    set: { isFlagged },
    events: [{ type }],
    actor,
    now,
  });
  return true;
}
