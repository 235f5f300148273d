import {
  keepQueries,
  keepQuery,
  type Places,
} from "#app/db/kept-queries.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import {
  type DraftRow,
  draftsWithLateCodes,
  forgetBeginning,
} from "./drafts.queries.server.ts";

/* What a browser's key opens: every statement here asks for the key. */

function heldDrafts(db: Db, { holderHash }: Places<{ holderHash: string }>) {
  return draftsWithLateCodes(db)
    .innerJoin("draft_holders", "draft_holders.draft_id", "drafts.id")
    .where("draft_holders.holder_hash", "=", holderHash);
}

function draftsOfKey(db: Db, { holderHash }: { holderHash: string }) {
  return db
    .selectFrom("draft_holders")
    .innerJoin("drafts", "drafts.id", "draft_holders.draft_id")
    .where("draft_holders.holder_hash", "=", holderHash);
}

type Holder = { holderHash: string; now: string };

function unsentDrafts(db: Db, of: Places<Holder>) {
  return heldDrafts(db, of)
    .where("drafts.submitted_at", "is", null)
    .where("drafts.expires_at", ">", of.now)
    .orderBy("drafts.id");
}

const unsentOfCall = keepQuery((db, of: Places<Holder & { callId: number }>) =>
  unsentDrafts(db, of).where("drafts.call_id", "=", of.callId),
);

/** A holder's drafts of a call that are neither sent nor expired, the oldest first. */
export async function selectUnsentDrafts(
  db: Db,
  of: Holder & { callId: number },
): Promise<DraftRow[]> {
  return unsentOfCall(db, of);
}

const unsentOfHolder = keepQuery(unsentDrafts);

/** The same, of all calls. */
export async function selectAllUnsentDrafts(
  db: Db,
  of: Holder,
): Promise<DraftRow[]> {
  return unsentOfHolder(db, of);
}

type OneOfCall = { holderHash: string; callId: number };

const heldOfCall = keepQueries(
  (
    db,
    of: Places<OneOfCall & { value: string }>,
    column: "public_id" | "begun_by",
  ) =>
    heldDrafts(db, of)
      .where("drafts.call_id", "=", of.callId)
      .where(`drafts.${column}`, "=", of.value),
);

/** A holder's draft by its public id, sent or not, expired or not. */
export async function selectHeldDraft(
  db: Db,
  { publicId, ...of }: OneOfCall & { publicId: string },
): Promise<DraftRow | undefined> {
  const values = { ...of, value: publicId };
  const [draft] = await heldOfCall(db, "public_id", values);
  return draft;
}

/** A holder's draft by the hash of what it was begun with, sent or not, expired or not. */
export async function selectDraftBegunBy(
  db: Db,
  { begunBy, ...of }: OneOfCall & { begunBy: string },
): Promise<DraftRow | undefined> {
  const values = { ...of, value: begunBy };
  const [draft] = await heldOfCall(db, "begun_by", values);
  return draft;
}

/** What a holder sent of late, of all calls, the newest first. Also where its receipt was cleared. */
export async function selectSentDrafts(
  db: Db,
  of: Holder & { callId?: number },
) {
  return draftsOfKey(db, of)
    .selectAll("drafts")
    .where("drafts.submitted_at", "is not", null)
    .where("drafts.expires_at", ">", of.now)
    .$if(of.callId !== undefined, (query) =>
      query.where("drafts.call_id", "=", of.callId ?? 0),
    )
    .orderBy("drafts.id", "desc")
    .execute();
}

const hold = keepQuery(
  (db, of: Places<{ draftId: number; holderHash: string }>) =>
    db
      .insertInto("draft_holders")
      .values({ draft_id: of.draftId, holder_hash: of.holderHash })
      .onConflict((conflict) => conflict.doNothing()),
);

/** From now on the key opens the draft; again is the same. */
export async function insertDraftHolder(
  trx: Trx,
  of: { draftId: number; holderHash: string },
): Promise<void> {
  await hold(trx, of);
}

/** The key opens the draft no more, nor does a page that began it with the key. */
export async function deleteDraftHolder(
  trx: Trx,
  of: { draftId: number; holderHash: string },
): Promise<void> {
  await trx
    .deleteFrom("draft_holders")
    .where("draft_id", "=", of.draftId)
    .where("holder_hash", "=", of.holderHash)
    .execute();
  await forgetBeginning(trx, of.draftId);
}

/** Only this key opens the draft from now on. */
export async function deleteOtherHolders(
  trx: Trx,
  of: { draftId: number; holderHash: string },
): Promise<void> {
  await trx
    .deleteFrom("draft_holders")
    .where("draft_id", "=", of.draftId)
    .where("holder_hash", "!=", of.holderHash)
    .execute();
}

/** Only where the holder sent it: authorisation is the condition. */
export async function markReceiptCleared(
  db: Db,
  of: { publicId: string; callId: number; holderHash: string; at: string },
) {
  await db
    .updateTable("drafts")
    .set({ receipt_cleared_at: of.at })
    .where("public_id", "=", of.publicId)
    .where("call_id", "=", of.callId)
    .where("submitted_at", "is not", null)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("draft_holders")
        .select("draft_id")
        .where("holder_hash", "=", of.holderHash),
    )
    .execute();
}

/** @returns whether it had not been before. */
export async function markEqualitySettled(
  trx: Trx,
  publicId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("drafts")
    .set({ equality_settled: 1 })
    .where("public_id", "=", publicId)
    .where("equality_settled", "=", 0)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether a draft under way, or a receipt that is still shown, hangs on a key. */
export async function selectHasDrafts(db: Db, of: Holder): Promise<boolean> {
  const found = await draftsOfKey(db, of)
    .select("drafts.id")
    .where("drafts.expires_at", ">", of.now)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a key was in use before a time, for a draft that is still there or sent. */
export async function selectHasDraftsFromBefore(
  db: Db,
  of: { holderHash: string; before: string },
): Promise<boolean> {
  const found = await draftsOfKey(db, of)
    .select("drafts.id")
    .where("drafts.created_at", "<", of.before)
    .executeTakeFirst();
  return found !== undefined;
}
