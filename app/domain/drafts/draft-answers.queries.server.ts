import { keepQuery, type Places } from "#app/db/kept-queries.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import type { JsonText } from "#app/db/tables/column-types.ts";
import type { Answers } from "../calls/definition.ts";
import {
  type AnswerValue,
  readStoredAnswer,
} from "../calls/question-types/question-type.ts";

type OfDraft = Places<{ draftId: number }>;

const draftAnswers = keepQuery((db, { draftId }: OfDraft) =>
  db
    .selectFrom("draft_answers")
    .select(["question_id", "value"])
    .where("draft_id", "=", draftId),
);

export async function selectDraftAnswers(
  db: Db,
  draftId: number,
): Promise<Answers> {
  const rows = await draftAnswers(db, { draftId });
  return Object.fromEntries(
    rows.map((row) => [row.question_id, readStoredAnswer(row.value)]),
  );
}

const pageVersions = keepQuery((db, { draftId }: OfDraft) =>
  db
    .selectFrom("draft_pages")
    .select(["page_id", "version"])
    .where("draft_id", "=", draftId),
);

export async function selectPageVersions(
  db: Db,
  draftId: number,
): Promise<Record<string, number>> {
  const rows = await pageVersions(db, { draftId });
  return Object.fromEntries(rows.map((row) => [row.page_id, row.version]));
}

type OfPage = { draftId: number; pageId: string };

const pageSave = keepQuery((db, of: Places<OfPage>) =>
  db
    .selectFrom("draft_pages")
    .select(["version", "saved_by as savedBy"])
    .where("draft_id", "=", of.draftId)
    .where("page_id", "=", of.pageId),
);

/** How often a page has changed, and which rendering of it changed it last; undefined where it never was saved. */
export async function selectPageSave(
  db: Db,
  { draftId, pageId }: OfPage,
): Promise<{ version: number; savedBy: string | null } | undefined> {
  const [page] = await pageSave(db, { draftId, pageId });
  return page;
}

type PageChange = OfPage & { savedBy: string | null; savedAt: string };

const pageChange = keepQuery((db, change: Places<PageChange>) =>
  db
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
    .returning("version"),
);

/** Counts a change of a page's answers. @returns the page's new version. */
export async function countPageChange(
  trx: Trx,
  change: PageChange,
): Promise<number> {
  const [changed] = await pageChange(trx, change);
  if (!changed) throw new Error("A page's change was not counted");
  return changed.version;
}

type GivenAnswer = { draftId: number; questionId: string; savedAt: string };

const answerGiven = keepQuery(
  (db, answer: Places<GivenAnswer & { value: JsonText }>) =>
    db
      .insertInto("draft_answers")
      .values({
        draft_id: answer.draftId,
        question_id: answer.questionId,
        value: answer.value,
        saved_at: answer.savedAt,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["draft_id", "question_id"])
          .doUpdateSet({ value: answer.value, saved_at: answer.savedAt }),
      ),
);

export async function upsertDraftAnswer(
  trx: Trx,
  answer: GivenAnswer & { value: AnswerValue },
) {
  // JSON escapes NUL and lone surrogates, so every string that was typed survives.
  const value = JSON.stringify(answer.value);
  await answerGiven(trx, { ...answer, value });
}

const noAnswers = keepQuery((db, { draftId }: OfDraft) =>
  db.deleteFrom("draft_answers").where("draft_id", "=", draftId),
);

/** Those to some questions; to all where none is named. */
export async function deleteDraftAnswers(
  trx: Trx,
  { draftId, questionIds }: { draftId: number; questionIds?: string[] },
) {
  if (questionIds)
    await trx
      .deleteFrom("draft_answers")
      .where("draft_id", "=", draftId)
      .where("question_id", "in", questionIds)
      .execute();
  else await noAnswers(trx, { draftId });
}
