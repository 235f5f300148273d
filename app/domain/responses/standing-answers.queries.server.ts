import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/** The frozen texts of the answers that stand, in the order in which they leave; none that was taken back. */
export async function selectStandingAnswers(
  db: Db,
  {
    viewer,
    responseIds,
  }: { viewer: Pick<Viewer, "role">; responseIds: readonly number[] },
) {
  if (responseIds.length === 0) return [];
  return responsesVisibleTo(db, viewer)
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.response_id", "=", "responses.id")
        .onRef("answers.version", "=", "responses.current_version"),
    )
    .select([
      "answers.id as answerId",
      "answers.response_id as responseId",
      "answers.question_id as questionId",
      "answers.text",
    ])
    .where("responses.id", "in", responseIds)
    .where("answers.taken_back_at", "is", null)
    .orderBy("answers.response_id")
    .orderBy("answers.position")
    .orderBy("answers.id")
    .execute();
}
