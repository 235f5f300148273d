import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import { lockRows } from "#app/db/locks.server.ts";
import type { Db, NewRow, Row, Trx } from "#app/db/schema.ts";

export type DraftRow = Row<"drafts"> & {
  /** When the draft's late code was used, by this draft or another. */
  late_code_used_at: string | null;
};

function draftsWithLateCodes(db: Db) {
  return db
    .selectFrom("drafts")
    .leftJoin("late_codes", "late_codes.id", "drafts.late_code_id")
    .selectAll("drafts")
    .select("late_codes.used_at as late_code_used_at");
}

type HolderAndCall = { holderHash: string; callId: number };

const unsentDraft = keepQuery((db, of: Places<HolderAndCall>) =>
  draftsWithLateCodes(db)
    .where("drafts.holder_hash", "=", of.holderHash)
    .where("drafts.call_id", "=", of.callId)
    .where("drafts.submitted_at", "is", null),
);

/** The one draft of a holder and call that was not sent, expired or not. */
export async function selectUnsentDraft(
  db: Db,
  of: HolderAndCall,
): Promise<DraftRow | undefined> {
  const [draft] = await unsentDraft(db, of);
  return draft;
}

/** Whether a draft is under way or was sent; undefined where there is none, or none any more. */
export async function selectDraftByPublicId(
  db: Db,
  of: { publicId: string; callId: number },
) {
  return db
    .selectFrom("drafts")
    .select(["id", "submitted_at"])
    .where("public_id", "=", of.publicId)
    .where("call_id", "=", of.callId)
    .executeTakeFirst();
}

/**
 * The newest draft that a holder sent for a call and that has not expired
 * since. Also where its receipt was cleared: the one before must not take its place.
 */
export async function selectSentDraft(
  db: Db,
  of: { holderHash: string; callId: number; now: string },
) {
  return db
    .selectFrom("drafts")
    .selectAll()
    .where("holder_hash", "=", of.holderHash)
    .where("call_id", "=", of.callId)
    .where("submitted_at", "is not", null)
    .where("expires_at", ">", of.now)
    .orderBy("id", "desc")
    .executeTakeFirst();
}

const lockedDraft = keepQuery((db, of: Places<{ draftId: number }>) =>
  draftsWithLateCodes(db)
    .where("drafts.id", "=", of.draftId)
    .$call(lockRows(db, "drafts")),
);

/** The draft, which nobody else changes until the transaction ends: its pages are saved beside whoever has the turn. */
export async function lockDraft(
  trx: Trx,
  draftId: number,
): Promise<DraftRow | undefined> {
  const [draft] = await lockedDraft(trx, { draftId });
  return draft;
}

export async function selectHasDrafts(
  db: Db,
  of: { holderHash: string; now: string },
): Promise<boolean> {
  const found = await db
    .selectFrom("drafts")
    .select("id")
    .where("holder_hash", "=", of.holderHash)
    .where("expires_at", ">", of.now)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a holder's key was in use before a time, for a draft that is still there or sent. */
export async function selectHasDraftsFromBefore(
  db: Db,
  of: { holderHash: string; before: string },
): Promise<boolean> {
  const found = await db
    .selectFrom("drafts")
    .select("id")
    .where("holder_hash", "=", of.holderHash)
    .where("created_at", "<", of.before)
    .executeTakeFirst();
  return found !== undefined;
}

/** Loosens a draft from its holder: nobody's browser finds it again. */
export async function detachDraftFromHolder(
  trx: Trx,
  draft: Pick<Row<"drafts">, "id" | "public_id">,
) {
  await trx
    .updateTable("drafts")
    .set({ holder_hash: `nobody:${draft.public_id}` })
    .where("id", "=", draft.id)
    .execute();
}

type Renewal = { draftId: number; at: string; expiresAt: string };

const renewal = keepQuery((db, { draftId, at, expiresAt }: Places<Renewal>) =>
  db
    .updateTable("drafts")
    .set((eb) => ({
      row_version: eb("row_version", "+", 1),
      updated_at: at,
      expires_at: expiresAt,
    }))
    .where("id", "=", draftId),
);

/** A draft lives on from its last save. */
export async function renewDraft(trx: Trx, renewed: Renewal) {
  await renewal(trx, renewed);
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
    .where("holder_hash", "=", of.holderHash)
    .where("submitted_at", "is not", null)
    .execute();
}

type Sent = { draftId: number; responseId: number; at: string; until: string };

const sentMark = keepQuery((db, sent: Places<Sent>) =>
  db
    .updateTable("drafts")
    .set({
      submitted_response_id: sent.responseId,
      submitted_at: sent.at,
      expires_at: sent.until,
    })
    .where("id", "=", sent.draftId),
);

export async function markDraftSent(
  trx: Trx,
  {
    now,
    until,
    ...ids
  }: { draftId: number; responseId: number; now: Date; until: Date },
) {
  const times = { at: now.toISOString(), until: until.toISOString() };
  await sentMark(trx, { ...ids, ...times });
}

export async function deleteDraftRow(trx: Trx, draftId: number) {
  await trx.deleteFrom("drafts").where("id", "=", draftId).execute();
}

/** Drafts, sent ones too, whose time is over, the longest first. */
export async function selectExpiredDrafts(
  db: Db,
  of: { now: string; limit: number; exceptIds: number[] },
) {
  return db
    .selectFrom("drafts")
    .select(["id", "submitted_at"])
    .where("expires_at", "<=", of.now)
    .$if(of.exceptIds.length > 0, (query) =>
      query.where("id", "not in", of.exceptIds),
    )
    .orderBy("expires_at")
    .limit(of.limit)
    .execute();
}

/** @returns undefined where another process has begun the holder's draft since it was looked for. */
export async function insertDraft(
  trx: Trx,
  row: NewRow<"drafts">,
): Promise<{ id: number } | undefined> {
  return trx
    .insertInto("drafts")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
}
