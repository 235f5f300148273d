import type { Db, Trx } from "#app/db/schema.ts";
import {
  type AnswerValue,
  readStoredAnswer,
} from "../calls/question-types/question-type.ts";
import type { FrozenAnswers } from "./frozen-answers.ts";

export async function insertIdentities(
  trx: Trx,
  responseId: number,
  identities: FrozenAnswers["identities"],
) {
  if (identities.length === 0) return;
  await trx
    .insertInto("identities")
    .values(
      identities.map(({ questionId, value }) => ({
        response_id: responseId,
        question_id: questionId,
        value: JSON.stringify(value),
      })),
    )
    .execute();
}

/** The one query that selects what an identifying answer says. */
export async function selectIdentity(
  db: Db,
  responseId: number,
): Promise<{ id: number; questionId: string; value: AnswerValue }[]> {
  const rows = await db
    .selectFrom("identities")
    .select(["id", "question_id", "value"])
    .where("response_id", "=", responseId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    questionId: row.question_id,
    value: readStoredAnswer(row.value),
  }));
}

/** Which identifying questions were answered, without what was answered. */
export async function selectIdentityQuestionIds(
  db: Db,
  responseId: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom("identities")
    .select("question_id")
    .where("response_id", "=", responseId)
    .execute();
  return rows.map((row) => row.question_id);
}

/** What somebody takes back of who they are is not kept. @returns how many there were. */
export async function deleteIdentities(
  trx: Trx,
  of: { responseId: number; questionIds: string[] },
): Promise<number> {
  if (of.questionIds.length === 0) return 0;
  const rows = await trx
    .deleteFrom("identities")
    .where("response_id", "=", of.responseId)
    .where("question_id", "in", of.questionIds)
    .returning("id")
    .execute();
  return rows.length;
}
