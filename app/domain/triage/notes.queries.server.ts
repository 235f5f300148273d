import type { Db, NewRow, Trx } from "#app/db/schema.ts";

/** The newest note of one author on a response. */
export async function selectLastNoteOf(
  db: Db,
  of: { responseId: number; authorId: string },
): Promise<{ id: number; body: string } | undefined> {
  return db
    .selectFrom("notes")
    .select(["id", "body"])
    .where("response_id", "=", of.responseId)
    .where("author_id", "=", of.authorId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertNoteRow(
  trx: Trx,
  row: NewRow<"notes">,
): Promise<{ id: number }> {
  return trx
    .insertInto("notes")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
}

export async function selectNotesOfResponse(db: Db, responseId: number) {
  return db
    .selectFrom("notes")
    .innerJoin("staff", "staff.id", "notes.author_id")
    .select([
      "notes.id as noteId",
      "staff.name as authorName",
      "notes.written_at as writtenAt",
      "notes.body",
    ])
    .where("notes.response_id", "=", responseId)
    .orderBy("notes.id")
    .execute();
}
