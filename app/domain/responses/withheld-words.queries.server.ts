import type { Db } from "#app/db/schema.ts";

/** What two people agreed to redact, with the words it stands in; by answer, in the order of its text. */
export async function selectApprovedPlaces(db: Db, responseIds: number[]) {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom("redactions")
    .innerJoin("answers", "answers.id", "redactions.answer_id")
    .select([
      "redactions.response_id as responseId",
      "redactions.answer_id as answerId",
      "redactions.start_offset as startOffset",
      "redactions.end_offset as endOffset",
      "redactions.reason",
      "answers.question_id as questionId",
      "answers.text",
    ])
    .where("redactions.state", "=", "approved")
    .where("redactions.response_id", "in", responseIds)
    .orderBy("redactions.answer_id")
    .orderBy("redactions.start_offset")
    .execute();
}
