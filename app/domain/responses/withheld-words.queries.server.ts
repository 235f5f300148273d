import type { Db } from "#app/db/schema.ts";

/**
 * What two people agreed to redact: words with the text they stand in, by answer,
 * in the order of its text; and whole files.
 */
export async function selectApproved(db: Db, responseIds: number[]) {
  if (responseIds.length === 0) return { places: [], files: [] };
  const rows = await db
    .selectFrom("redactions")
    .leftJoin("answers", "answers.id", "redactions.answer_id")
    .select([
      "redactions.response_id as responseId",
      "redactions.answer_id as answerId",
      "redactions.attachment_id as attachmentId",
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
  return {
    places: rows.flatMap(({ answerId, questionId, text, ...row }) =>
      answerId === null || questionId === null || text === null
        ? []
        : [{ ...row, answerId, questionId, text }],
    ),
    files: rows.flatMap(({ responseId, attachmentId, reason }) =>
      attachmentId === null ? [] : [{ responseId, attachmentId, reason }],
    ),
  };
}
