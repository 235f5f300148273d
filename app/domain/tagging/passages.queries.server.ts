import type { Db } from "#app/db/schema.ts";

export function selectPassagesOfResponse(db: Db, responseId: number) {
  return db
    .selectFrom("passages")
    .innerJoin("tags", "tags.id", "passages.tag_id")
    .innerJoin("staff", "staff.id", "passages.tagged_by")
    .select([
      "passages.public_id as publicId",
      "passages.answer_id as answerId",
      "passages.attachment_id as attachmentId",
      "passages.start_offset as startOffset",
      "passages.end_offset as endOffset",
      "passages.quote",
      "passages.memo",
      "tags.id as tagId",
      "tags.name as tagName",
      "tags.retired_at as tagRetiredAt",
      "staff.id as taggedById",
      "staff.name as taggedBy",
      "passages.tagged_at as taggedAt",
    ])
    .where("passages.response_id", "=", responseId)
    .orderBy("passages.id");
}

export function selectPassageOfResponse(
  db: Db,
  passage: { responseId: number; publicId: string },
) {
  return db
    .selectFrom("passages")
    .select([
      "id as passageId",
      "answer_id as answerId",
      "attachment_id as attachmentId",
      "tag_id as tagId",
      "start_offset as startOffset",
      "end_offset as endOffset",
      "tagged_by as taggedById",
    ])
    .where("public_id", "=", passage.publicId)
    .where("response_id", "=", passage.responseId);
}

/** The frozen text of an answer in the response's current version. */
export function selectAnswerText(
  db: Db,
  source: { responseId: number; answerId: number },
) {
  return db
    .selectFrom("answers")
    .innerJoin("responses", (join) =>
      join
        .onRef("responses.id", "=", "answers.response_id")
        .onRef("responses.current_version", "=", "answers.version"),
    )
    .select("answers.text")
    .where("answers.id", "=", source.answerId)
    .where("answers.response_id", "=", source.responseId);
}

/** The text taken out of one of the response's files, where there is any. */
export function selectAttachmentText(
  db: Db,
  source: { responseId: number; attachmentId: number },
) {
  return db
    .selectFrom("attachments")
    .innerJoin(
      "attachment_texts",
      "attachment_texts.attachment_id",
      "attachments.id",
    )
    .select("attachment_texts.text")
    .where("attachments.id", "=", source.attachmentId)
    .where("attachments.response_id", "=", source.responseId)
    .where("attachments.extraction_state", "=", "done");
}

export function selectSamePassage(
  db: Db,
  passage: {
    answerId: number | null;
    attachmentId: number | null;
    tagId: number;
    startOffset: number;
    endOffset: number;
    taggedById: string;
  },
) {
  return db
    .selectFrom("passages")
    .select("public_id as publicId")
    .where("tag_id", "=", passage.tagId)
    .where("answer_id", "is", passage.answerId)
    .where("attachment_id", "is", passage.attachmentId)
    .where("start_offset", "=", passage.startOffset)
    .where("end_offset", "=", passage.endOffset)
    .where("tagged_by", "=", passage.taggedById);
}
