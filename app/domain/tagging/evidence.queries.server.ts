import type { Db } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

type Seen = { viewer: Pick<Viewer, "role">; ids: number[] };

/** Passages as evidence is read; at most a page of them. */
export async function selectPassagesToRead(db: Db, { viewer, ids }: Seen) {
  if (ids.length === 0) return [];
  return responsesListedFor(db, viewer)
    .innerJoin("passages", "passages.response_id", "responses.id")
    .innerJoin("tags", "tags.id", "passages.tag_id")
    .innerJoin("staff", "staff.id", "passages.tagged_by")
    .leftJoin("answers", "answers.id", "passages.answer_id")
    .leftJoin("attachments", "attachments.id", "passages.attachment_id")
    .select([
      "passages.id",
      "passages.public_id as publicId",
      "passages.answer_id as answerId",
      "passages.attachment_id as attachmentId",
      "passages.start_offset as startOffset",
      "passages.quote",
      "passages.memo",
      "passages.tagged_at as taggedAt",
      "tags.name as tagName",
      "staff.name as taggedBy",
      "answers.question_id as answeredQuestionId",
      "attachments.question_id as fileQuestionId",
      "attachments.original_name as fileName",
    ])
    .where("passages.id", "in", ids)
    .execute();
}

/** Who tagged these whole responses with these tags, and when. */
export async function selectWholesToRead(
  db: Db,
  { viewer, ids, tagIds }: Seen & { tagIds: number[] },
) {
  if (ids.length === 0) return [];
  return responsesListedFor(db, viewer)
    .innerJoin("response_tags", "response_tags.response_id", "responses.id")
    .innerJoin("tags", "tags.id", "response_tags.tag_id")
    .innerJoin("staff", "staff.id", "response_tags.tagged_by")
    .select([
      "responses.id as responseId",
      "tags.id as tagId",
      "tags.name as tagName",
      "staff.name as taggedBy",
      "response_tags.tagged_at as taggedAt",
    ])
    .where("responses.id", "in", ids)
    .where("response_tags.tag_id", "in", tagIds)
    .execute();
}

/** Of everybody who tagged with one of these, who they are. */
export async function selectTaggersOf(
  db: Db,
  tagIds: number[],
): Promise<{ staffId: string; name: string }[]> {
  return db
    .selectFrom("staff")
    .select(["staff.id as staffId", "staff.name"])
    .where((eb) =>
      eb.or([
        eb(
          "staff.id",
          "in",
          eb
            .selectFrom("passages")
            .select("tagged_by")
            .where("tag_id", "in", tagIds),
        ),
        eb(
          "staff.id",
          "in",
          eb
            .selectFrom("response_tags")
            .select("tagged_by")
            .where("tag_id", "in", tagIds),
        ),
      ]),
    )
    .orderBy("staff.name")
    .execute();
}
