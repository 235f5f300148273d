import type { Db, Row, Trx } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import {
  type AnswerValue,
  readStoredAnswer,
} from "../calls/question-types/question-type.ts";

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

/** The one draft of a holder and call that was not sent, expired or not. */
export async function selectUnsentDraft(
  db: Db,
  of: { holderHash: string; callId: number },
): Promise<DraftRow | undefined> {
  return draftsWithLateCodes(db)
    .where("drafts.holder_hash", "=", of.holderHash)
    .where("drafts.call_id", "=", of.callId)
    .where("drafts.submitted_at", "is", null)
    .executeTakeFirst();
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

export async function selectDraft(
  db: Db,
  draftId: number,
): Promise<DraftRow | undefined> {
  return draftsWithLateCodes(db)
    .where("drafts.id", "=", draftId)
    .executeTakeFirst();
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

export async function selectDraftAnswers(
  db: Db,
  draftId: number,
): Promise<Answers> {
  const rows = await db
    .selectFrom("draft_answers")
    .select(["question_id", "value"])
    .where("draft_id", "=", draftId)
    .execute();
  return Object.fromEntries(
    rows.map((row) => [row.question_id, readStoredAnswer(row.value)]),
  );
}

export async function selectPageVersions(
  db: Db,
  draftId: number,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("draft_pages")
    .select(["page_id", "version"])
    .where("draft_id", "=", draftId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.page_id, row.version]));
}

/** Counts a change of a page's answers. @returns the page's new version. */
export async function countPageChange(
  trx: Trx,
  change: { draftId: number; pageId: string; savedAt: string },
): Promise<number> {
  const { version } = await trx
    .insertInto("draft_pages")
    .values({
      draft_id: change.draftId,
      page_id: change.pageId,
      version: 1,
      saved_at: change.savedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["draft_id", "page_id"]).doUpdateSet((eb) => ({
        version: eb("draft_pages.version", "+", 1),
        saved_at: change.savedAt,
      })),
    )
    .returning("version")
    .executeTakeFirstOrThrow();
  return version;
}

export async function upsertDraftAnswer(
  trx: Trx,
  answer: {
    draftId: number;
    questionId: string;
    value: AnswerValue;
    savedAt: string;
  },
) {
  // JSON escapes NUL and lone surrogates, so every string that was typed survives.
  const value = JSON.stringify(answer.value);
  await trx
    .insertInto("draft_answers")
    .values({
      draft_id: answer.draftId,
      question_id: answer.questionId,
      value,
      saved_at: answer.savedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["draft_id", "question_id"])
        .doUpdateSet({ value, saved_at: answer.savedAt }),
    )
    .execute();
}

export async function deleteDraftAnswers(
  trx: Trx,
  of: { draftId: number; questionIds?: string[] },
) {
  let query = trx
    .deleteFrom("draft_answers")
    .where("draft_id", "=", of.draftId);
  if (of.questionIds) query = query.where("question_id", "in", of.questionIds);
  await query.execute();
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

/** A draft lives on from its last save. */
export async function renewDraft(
  trx: Trx,
  renewal: { draftId: number; at: string; expiresAt: string },
) {
  await trx
    .updateTable("drafts")
    .set((eb) => ({
      row_version: eb("row_version", "+", 1),
      updated_at: renewal.at,
      expires_at: renewal.expiresAt,
    }))
    .where("id", "=", renewal.draftId)
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
    .where("holder_hash", "=", of.holderHash)
    .where("submitted_at", "is not", null)
    .execute();
}

export async function markDraftSent(
  trx: Trx,
  sent: { draftId: number; responseId: number; now: Date; until: Date },
) {
  await trx
    .updateTable("drafts")
    .set({
      submitted_response_id: sent.responseId,
      submitted_at: sent.now.toISOString(),
      expires_at: sent.until.toISOString(),
    })
    .where("id", "=", sent.draftId)
    .execute();
}

export async function deleteDraftRow(trx: Trx, draftId: number) {
  await trx.deleteFrom("drafts").where("id", "=", draftId).execute();
}

/** Drafts, sent ones too, whose time is over, the longest first. */
export async function selectExpiredDrafts(
  db: Db,
  of: { now: string; limit: number },
) {
  return db
    .selectFrom("drafts")
    .select(["id", "submitted_at"])
    .where("expires_at", "<=", of.now)
    .orderBy("expires_at")
    .limit(of.limit)
    .execute();
}
