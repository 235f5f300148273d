import type { Db, Row } from "#app/db/schema.ts";
import { selectAttachmentsForReview } from "../attachments/attachments.server.ts";
import { readOwnAnswers } from "../responses/versions-read.server.ts";
import type { Contents } from "./changed-contents.ts";

/** What a response holds now, and what a change had put aside. */
export async function readContents(
  db: Db,
  response: Row<"responses">,
): Promise<Contents> {
  const files = await selectAttachmentsForReview(db, response.id);
  const withFiles = files.map(({ questionId }) => questionId);
  return { ...(await readOwnAnswers(db, response)), withFiles };
}
