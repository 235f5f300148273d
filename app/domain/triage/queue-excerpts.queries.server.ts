import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

/** The answers of a page of responses as they were written, in the order of their forms. */
export async function selectAnswerTexts(
  db: Db,
  viewer: Pick<Viewer, "role">,
  responseIds: readonly number[],
): Promise<
  { responseId: number; answerId: number; questionId: string; text: string }[]
> {
  return responsesVisibleTo(db, viewer)
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.response_id", "=", "responses.id")
        .onRef("answers.version", "=", "responses.current_version"),
    )
    .select([
      "answers.response_id as responseId",
      "answers.id as answerId",
      "answers.question_id as questionId",
      "answers.text",
    ])
    .where("responses.id", "in", responseIds)
    .where("answers.taken_back_at", "is", null)
    .orderBy("answers.response_id")
    .orderBy("answers.position")
    .execute();
}
