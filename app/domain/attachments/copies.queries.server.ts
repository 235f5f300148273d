import type { Db, Trx } from "#app/db/schema.ts";
import type { CopyState } from "#app/db/column-values.ts";
import type { NewRow } from "#app/db/schema.ts";
import type { StoredFile } from "./stored-files.ts";

/** A file that is to be copied; undefined where it is gone or taken back, is a draft's still, or has its copy. */
export async function selectCopySubject(
  db: Db,
  id: number,
): Promise<(StoredFile & { mediaType: string }) | undefined> {
  return db
    .selectFrom("attachments")
    .select([
      "public_id as publicId",
      "byte_size as byteSize",
      "sha256",
      "media_type as mediaType",
    ])
    .where("id", "=", id)
    .where("response_id", "is not", null)
    .where("taken_back_at", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("attachment_copies")
            .select("attachment_id")
            .where("attachment_id", "=", id)
            .where("state", "=", "made"),
        ),
      ),
    )
    .executeTakeFirst();
}

/** @returns false where the file is gone, or another run has made its copy. */
export async function writeCopyRow(
  trx: Trx,
  row: NewRow<"attachment_copies">,
): Promise<boolean> {
  if (!(await selectCopySubject(trx, row.attachment_id))) return false;
  await trx
    .insertInto("attachment_copies")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("attachment_id").doUpdateSet({
        state: row.state,
        reason: row.reason,
        public_id: row.public_id,
        media_type: row.media_type,
        byte_size: row.byte_size,
        sha256: row.sha256,
        made_at: row.made_at,
      }),
    )
    .execute();
  return true;
}

export type CopyRow = {
  attachmentId: number;
  state: CopyState;
  reason: string | null;
  publicId: string | null;
  mediaType: string | null;
  byteSize: number | null;
  sha256: string | null;
};

const copyRowColumns = [
  "attachment_id as attachmentId",
  "state",
  "reason",
  "attachment_copies.public_id as publicId",
  "attachment_copies.media_type as mediaType",
  "attachment_copies.byte_size as byteSize",
  "attachment_copies.sha256",
] as const;

export async function selectCopyOf(
  db: Db,
  attachmentId: number,
): Promise<CopyRow | undefined> {
  return db
    .selectFrom("attachment_copies")
    .select(copyRowColumns)
    .where("attachment_id", "=", attachmentId)
    .executeTakeFirst();
}

export async function selectCopiesOfResponse(
  db: Db,
  responseId: number,
): Promise<CopyRow[]> {
  return db
    .selectFrom("attachment_copies")
    .innerJoin("attachments", "attachments.id", "attachment_id")
    .select(copyRowColumns)
    .where("attachments.response_id", "=", responseId)
    .execute();
}
