import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";
import type { StoredFile } from "./stored-files.ts";

/** A row that promises a file, and whose file it is. */
export type FileRow = StoredFile & {
  attachmentId: number;
  draftId: number | null;
  responseId: number | null;
};

const columns = [
  "id as attachmentId",
  "public_id as publicId",
  "byte_size as byteSize",
  "sha256",
  "draft_id as draftId",
  "response_id as responseId",
] as const;

/** Of these files, the rows that there are. */
export async function selectRowsOfFiles(
  db: Db,
  publicIds: string[],
): Promise<FileRow[]> {
  if (publicIds.length === 0) return [];
  return db
    .selectFrom("attachments")
    .select(columns)
    .where("public_id", "in", publicIds)
    .execute();
}

/** Rows in the order of their ids, a page of them. */
export async function selectFileRowsAfter(
  db: Db,
  page: { attachmentId: number; limit: number },
): Promise<FileRow[]> {
  return db
    .selectFrom("attachments")
    .select(columns)
    .where("id", ">", page.attachmentId)
    .orderBy("id")
    .limit(page.limit)
    .execute();
}

export async function countFileRows(db: Db): Promise<number> {
  return countOf(
    await db
      .selectFrom("attachments")
      .select((eb) => eb.fn.countAll().as("count"))
      .executeTakeFirstOrThrow(),
  );
}
