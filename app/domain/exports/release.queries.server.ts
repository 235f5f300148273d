import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

type Of = { viewer: Pick<Viewer, "role">; responseIds: readonly number[] };

/** What decides whether a response may leave, and what is told of it beside its words. */
export async function selectStanding(db: Db, { viewer, responseIds }: Of) {
  return responsesVisibleTo(db, viewer)
    .select([
      "responses.id as responseId",
      "responses.reference",
      "responses.definition_id as definitionId",
      "responses.current_version as answersVersion",
      "responses.channel",
      "responses.language",
      "responses.received_at as receivedAt",
      "responses.state",
      "responses.word_count as wordCount",
      "responses.safeguarding_flag as safeguardingFlag",
    ])
    .where("responses.id", "in", responseIds)
    .orderBy("responses.id")
    .execute();
}

/** What is tagged in them, in the order of the text. */
export async function selectStandingPassages(
  db: Db,
  { viewer, responseIds }: Of,
) {
  return responsesVisibleTo(db, viewer)
    .innerJoin("passages", "passages.response_id", "responses.id")
    .leftJoin("attachments", "attachments.id", "passages.attachment_id")
    .select([
      "passages.id as passageId",
      "passages.public_id as publicId",
      "passages.response_id as responseId",
      "passages.answer_id as answerId",
      "passages.attachment_id as attachmentId",
      "attachments.question_id as fileQuestionId",
      "passages.tag_id as tagId",
      "passages.start_offset as startOffset",
      "passages.end_offset as endOffset",
      "passages.quote",
      "passages.memo",
      "passages.tagged_by as taggedById",
      "passages.tagged_at as taggedAt",
    ])
    .where("responses.id", "in", responseIds)
    .where("passages.taken_back_at", "is", null)
    .orderBy("passages.response_id")
    .orderBy("passages.start_offset")
    .orderBy("passages.id")
    .execute();
}

/** The tags on whole responses. */
export async function selectStandingTags(db: Db, { viewer, responseIds }: Of) {
  return responsesVisibleTo(db, viewer)
    .innerJoin("response_tags", "response_tags.response_id", "responses.id")
    .select([
      "response_tags.response_id as responseId",
      "response_tags.tag_id as tagId",
      "response_tags.tagged_by as taggedById",
      "response_tags.tagged_at as taggedAt",
    ])
    .where("responses.id", "in", responseIds)
    .orderBy("response_tags.response_id")
    .orderBy("response_tags.tag_id")
    .execute();
}

/** Where something is tagged with a tag, by the passage's id. */
export async function selectPassagesOfTag(
  db: Db,
  viewer: Pick<Viewer, "role">,
  { tagId, after, limit }: { tagId: number; after: number; limit: number },
): Promise<{ passageId: number; responseId: number }[]> {
  return responsesVisibleTo(db, viewer)
    .innerJoin("passages", "passages.response_id", "responses.id")
    .select(["passages.id as passageId", "responses.id as responseId"])
    .where("passages.tag_id", "=", tagId)
    .where("passages.id", ">", after)
    .where("passages.taken_back_at", "is", null)
    .orderBy("passages.id")
    .limit(limit)
    .execute();
}
