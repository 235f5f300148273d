import type { Db } from "#app/db/schema.ts";
import { selectAnswersTo } from "./asked-answers.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";

/** One answer, as it is stored (JSON) and as it is read. */
export type AskedAnswer = {
  responseId: number;
  questionId: string;
  value: string;
  text: string;
};

/** What a page of responses answers to certain questions, as they stand; none that was taken back. */
export async function readAnswersTo(
  db: Db,
  viewer: Pick<Viewer, "role">,
  of: { responseIds: readonly number[]; questionIds: readonly string[] },
): Promise<AskedAnswer[]> {
  if (of.responseIds.length === 0 || of.questionIds.length === 0) return [];
  return selectAnswersTo(db, viewer, of);
}
