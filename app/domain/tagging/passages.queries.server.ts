import type { Db, NewRow, Trx } from "#app/db/schema.ts";

export async function selectPassagesOfResponse(db: Db, responseId: number) {
  return db
    .selectFrom("passages")
    .innerJoin("tags", "tags.id", "passages.tag_id")
    .innerJoin("staff", "staff.id", "passages.tagged_by")
    .leftJoin(
      "project_passages",
      "project_passages.passage",
      "passages.public_id",
    )
    .leftJoin(
      "project_files",
      "project_files.id",
      "project_passages.project_file_id",
    )
    .select([
      "project_files.name as broughtFrom",
      "project_passages.coder",
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
    .where("passages.taken_back_at", "is", null)
    .orderBy("passages.id")
    .execute();
}

export async function selectPassageOfResponse(
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
    .where("response_id", "=", passage.responseId)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
}

export async function selectSamePassage(
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
    .where("answer_id", "is not distinct from", passage.answerId)
    .where("attachment_id", "is not distinct from", passage.attachmentId)
    .where("start_offset", "=", passage.startOffset)
    .where("end_offset", "=", passage.endOffset)
    .where("tagged_by", "=", passage.taggedById)
    .executeTakeFirst();
}

export async function insertPassageRow(
  trx: Trx,
  row: NewRow<"passages">,
): Promise<{ id: number }> {
  return trx
    .insertInto("passages")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
}

export async function deletePassage(
  trx: Trx,
  passageId: number,
): Promise<void> {
  await trx.deleteFrom("passages").where("id", "=", passageId).execute();
}
