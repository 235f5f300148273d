import type { Db, Trx } from "#app/db/schema.ts";
import type { Answers } from "../calls/definition.ts";
import {
  type AnswerValue,
  readStoredAnswer,
} from "../calls/question-types/question-type.ts";

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

/** How often a page has changed, and which rendering of it changed it last; undefined where it never was saved. */
export async function selectPageSave(
  db: Db,
  of: { draftId: number; pageId: string },
): Promise<{ version: number; savedBy: string | null } | undefined> {
  return db
    .selectFrom("draft_pages")
    .select(["version", "saved_by as savedBy"])
    .where("draft_id", "=", of.draftId)
    .where("page_id", "=", of.pageId)
    .executeTakeFirst();
}

/** Counts a change of a page's answers. @returns the page's new version. */
export async function countPageChange(
  trx: Trx,
  change: {
    draftId: number;
    pageId: string;
    savedBy: string | null;
    savedAt: string;
  },
): Promise<number> {
  const { version } = await trx
    .insertInto("draft_pages")
    .values({
      draft_id: change.draftId,
      page_id: change.pageId,
      version: 1,
      saved_by: change.savedBy,
      saved_at: change.savedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["draft_id", "page_id"]).doUpdateSet((eb) => ({
        version: eb("draft_pages.version", "+", 1),
        saved_by: change.savedBy,
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
