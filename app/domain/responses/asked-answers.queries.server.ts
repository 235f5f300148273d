import type { Db } from "#app/db/schema.ts";
import { standingAnswersOf } from "./standing-answers.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

export async function selectAnswersTo(
  db: Db,
  viewer: Pick<Viewer, "role">,
  of: { responseIds: readonly number[]; questionIds: readonly string[] },
) {
  return standingAnswersOf(db, viewer, of.responseIds)
    .select([
      "answers.response_id as responseId",
      "answers.question_id as questionId",
      "answers.value",
      "answers.text",
    ])
    .where("answers.question_id", "in", of.questionIds)
    .execute();
}
