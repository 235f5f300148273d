import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "../../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../../responses/visible-responses.ts";

const sourceColumns = [
  "responses.id as responseId",
  "responses.reference",
  "responses.state",
  "responses.safeguarding_flag as safeguardingFlag",
] as const;

/** The responses of some references, of those that the viewer sees. */
export async function selectByReferences(
  db: Db,
  viewer: Pick<Viewer, "role">,
  references: readonly string[],
) {
  if (references.length === 0) return [];
  return responsesVisibleTo(db, viewer)
    .select(sourceColumns)
    .where("responses.reference", "in", references)
    .execute();
}

/** All of them, a page at a time: what a program calls a text is made of its reference and cannot be turned back. */
export async function selectAllReferences(
  db: Db,
  viewer: Pick<Viewer, "role">,
  { after, limit }: { after: number; limit: number },
) {
  return responsesVisibleTo(db, viewer)
    .select(sourceColumns)
    .where("responses.id", ">", after)
    .orderBy("responses.id")
    .limit(limit)
    .execute();
}

/** What is tagged in them. */
export async function selectPresentPassages(
  db: Db,
  responseIds: readonly number[],
) {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom("passages")
    .select([
      "public_id as publicId",
      "response_id as responseId",
      "answer_id as answerId",
      "tag_id as tagId",
      "start_offset as startOffset",
      "end_offset as endOffset",
    ])
    .where("response_id", "in", responseIds)
    .where("taken_back_at", "is", null)
    .execute();
}

export async function selectPresentWholes(
  db: Db,
  responseIds: readonly number[],
) {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom("response_tags")
    .select(["response_id as responseId", "tag_id as tagId"])
    .where("response_id", "in", responseIds)
    .execute();
}
