import type { Db } from "#app/db/schema.ts";
import { findCall } from "../calls.server.ts";
import { recordEdit, tellOfEdit } from "./edit-events.server.ts";
import { updateProposal } from "./proposals.queries.server.ts";
import { findProposal } from "./proposals.server.ts";
import { type EditingSeen, publishCopy, readyCopy } from "./publish.server.ts";
import { findWorkingCopy } from "./working-copy.server.ts";

const notApproved = {
  approved_by_id: null,
  approved_at: null,
  publish_at: null,
};

/**
 * Publishes what was approved for a time that has come, in the name of whoever
 * approved it; nothing where it was changed or cancelled since. Body of the job
 * `call.publish`; safe to run again.
 */
export async function publishWhereDue(
  db: Db,
  { callId, now }: { callId: number; now: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { approved, asksAgain } = await findProposal(trx, callId);
    if (!approved || approved.publishAt > now.toISOString()) return;
    const call = await findCall(trx, callId);
    const { rowVersion } = await findWorkingCopy(trx, callId);
    const ready = await readyCopy(trx, call, rowVersion);
    if (!ready.ok) return;
    const { staffId } = approved;
    await publishCopy(trx, ready.copy, { callId, staffId, now, asksAgain });
  });
}

/** Takes back that it is published at a time: the proposal waits for a colleague again. */
export async function cancelPublishing(
  db: Db,
  of: EditingSeen,
): Promise<
  { ok: true } | { ok: false; reason: "not-proposed" | "changed-meanwhile" }
> {
  return db.transaction().execute(async (trx) => {
    const { proposed, approved } = await findProposal(trx, of.callId);
    if (!approved) return { ok: false, reason: "not-proposed" };
    const { draftId, rowVersion } = await findWorkingCopy(trx, of.callId);
    if (draftId === undefined || rowVersion !== of.rowVersion)
      return { ok: false, reason: "changed-meanwhile" };
    await updateProposal(trx, draftId, notApproved);
    await recordEdit(trx, of, { type: "call.publishing-cancelled" });
    const to = [proposed?.staffId, approved.staffId];
    await tellOfEdit(trx, of, { kind: "publishing-cancelled", to });
    return { ok: true };
  });
}
