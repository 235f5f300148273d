import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/** The answers of the present versions of these responses, nothing selected; none that was taken back. */
export function standingAnswersOf(
  db: Db,
  viewer: Pick<Viewer, "role">,
  responseIds: readonly number[],
) {
  return responsesVisibleTo(db, viewer)
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.response_id", "=", "responses.id")
        .onRef("answers.version", "=", "responses.current_version"),
    )
    .where("responses.id", "in", responseIds)
    .where("answers.taken_back_at", "is", null);
}

/** The frozen texts of the answers that stand, in the order in which they leave; none that was taken back. */
export async function selectStandingAnswers(
  db: Db,
  {
    viewer,
    responseIds,
  }: { viewer: Pick<Viewer, "role">; responseIds: readonly number[] },
) {
  if (responseIds.length === 0) return [];
  return standingAnswersOf(db, viewer, responseIds)
    .select([
      "answers.id as answerId",
      "answers.response_id as responseId",
      "answers.question_id as questionId",
      "answers.text",
    ])
    .orderBy("answers.response_id")
    .orderBy("answers.position")
    .orderBy("answers.id")
    .execute();
}
