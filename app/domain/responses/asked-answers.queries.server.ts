import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

export async function selectAnswersTo(
  db: Db,
  viewer: Pick<Viewer, "role">,
  of: { responseIds: readonly number[]; questionIds: readonly string[] },
) {
  return responsesVisibleTo(db, viewer)
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.response_id", "=", "responses.id")
        .onRef("answers.version", "=", "responses.current_version"),
    )
    .select([
      "answers.response_id as responseId",
      "answers.question_id as questionId",
      "answers.value",
      "answers.text",
    ])
    .where("responses.id", "in", of.responseIds)
    .where("answers.question_id", "in", of.questionIds)
    .where("answers.taken_back_at", "is", null)
    .execute();
}
