import { sql } from "kysely";
import type { Db } from "#app/db/schema.ts";

function textsWithSizes(db: Db, responseId: number) {
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
      "attachment_texts.confidence",
      sql<number>`octet_length(attachment_texts.text)`.as("byteSize"),
    ])
    .where("attachments.response_id", "=", responseId)
    .where("attachments.taken_back_at", "is", null)
    .orderBy("attachments.id");
}

/** Each text of a response's files with its size. */
export async function selectTextSizes(
  db: Db,
  responseId: number,
): Promise<{ attachmentId: number; byteSize: number }[]> {
  return textsWithSizes(db, responseId).execute();
}

/** The same with the beginning of each text; the file that is named comes whole. */
export async function selectBeginnings(
  db: Db,
  of: { responseId: number; maxCharacters: number; wholeFileId: string },
) {
  return textsWithSizes(db, of.responseId)
    .select((eb) =>
      eb
        .case()
        .when("attachments.public_id", "=", of.wholeFileId)
        .then(eb.ref("attachment_texts.text"))
        .else(
          sql<string>`substr(attachment_texts.text, 1, ${of.maxCharacters})`,
        )
        .end()
        .as("text"),
    )
    .execute();
}

/** What the sender of a response says of its files, in the order in which they came. */
export async function selectAbouts(
  db: Db,
  responseId: number,
): Promise<{ id: number; about: string | null }[]> {
  return db
    .selectFrom("attachments")
    .select(["id", "about"])
    .where("response_id", "=", responseId)
    .where("about", "is not", null)
    .where("taken_back_at", "is", null)
    .orderBy("id")
    .execute();
}

export async function selectWholeTexts(
  db: Db,
  attachmentIds: number[],
): Promise<string[]> {
  const rows = await db
    .selectFrom("attachment_texts")
    .select("text")
    .where("attachment_id", "in", attachmentIds)
    .orderBy("attachment_id")
    .execute();
  return rows.map(({ text }) => text);
}
