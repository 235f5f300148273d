import type { Db, Row, Trx } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import type { AnswerValue } from "../calls/question-types/question-type.ts";

/** The one draft of a holder and call that was not sent, expired or not. */
export async function selectUnsentDraft(
  db: Db,
  of: { holderHash: string; callId: number },
) {
  return db
    .selectFrom("drafts")
    .selectAll()
    .where("holder_hash", "=", of.holderHash)
    .where("call_id", "=", of.callId)
    .where("submitted_at", "is", null)
    .executeTakeFirst();
}

/** The newest draft that a holder sent for a call and that has not expired since. */
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

export async function selectDraft(db: Db, draftId: number) {
  return db
    .selectFrom("drafts")
    .selectAll()
    .where("id", "=", draftId)
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
    rows.map((row) => [row.question_id, JSON.parse(row.value) as AnswerValue]),
  );
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
