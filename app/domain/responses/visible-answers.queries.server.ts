import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "./visible-responses.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/** The frozen text of an answer in the current version of a response that the viewer sees. */
export async function selectVisibleAnswerText(
  db: Db,
  viewer: Viewer,
  source: { responseId: number; answerId: number },
): Promise<string | undefined> {
  const row = await responsesVisibleTo(db, viewer)
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.response_id", "=", "responses.id")
        .onRef("answers.version", "=", "responses.current_version"),
    )
    .select("answers.text")
    .where("responses.id", "=", source.responseId)
    .where("answers.id", "=", source.answerId)
    .executeTakeFirst();
  return row?.text;
}

/** The answer that stands now to the question of one that stood before, in a response that the viewer sees. */
export async function selectVisiblePresentAnswer(
  db: Db,
  viewer: Viewer,
  former: { responseId: number; answerId: number },
): Promise<{ answerId: number; text: string } | undefined> {
  return responsesVisibleTo(db, viewer)
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.response_id", "=", "responses.id")
        .onRef("answers.version", "=", "responses.current_version"),
    )
    .innerJoin("answers as former", (join) =>
      join
        .onRef("former.response_id", "=", "responses.id")
        .onRef("former.question_id", "=", "answers.question_id"),
    )
    .select(["answers.id as answerId", "answers.text"])
    .where("responses.id", "=", former.responseId)
    .where("former.id", "=", former.answerId)
    .where("former.taken_back_at", "is", null)
    .where("answers.taken_back_at", "is", null)
    .executeTakeFirst();
}
