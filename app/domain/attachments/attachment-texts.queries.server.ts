import { sql } from "kysely";
import type { Db } from "#app/db/schema.ts";

/** Each text of a response's files with its size. */
export function selectTextSizes(db: Db, responseId: number) {
  return db
    .selectFrom("attachment_texts")
    .innerJoin(
      "attachments",
      "attachments.id",
      "attachment_texts.attachment_id",
    )
    .select([
      "attachments.id as attachmentId",
      "attachments.public_id as publicId",
      "attachment_texts.is_truncated as isTruncated",
      sql<number>`octet_length(attachment_texts.text)`.as("byteSize"),
    ])
    .where("attachments.response_id", "=", responseId)
    .orderBy("attachments.id");
}

/** The same with the beginning of each text; the file that is named comes whole. */
export function selectBeginnings(
  db: Db,
  of: { responseId: number; maxCharacters: number; wholeFileId: string },
) {
  return selectTextSizes(db, of.responseId).select((eb) =>
    eb
      .case()
      .when("attachments.public_id", "=", of.wholeFileId)
      .then(eb.ref("attachment_texts.text"))
      .else(sql<string>`substr(attachment_texts.text, 1, ${of.maxCharacters})`)
      .end()
      .as("text"),
  );
}

export function selectWholeTexts(db: Db, attachmentIds: number[]) {
  return db
    .selectFrom("attachment_texts")
    .select("text")
    .where("attachment_id", "in", attachmentIds)
    .orderBy("attachment_id");
}
