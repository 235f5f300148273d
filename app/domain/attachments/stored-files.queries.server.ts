import { countOf } from "#app/db/counts.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import type { StoredFile } from "./stored-files.ts";

/** A row that promises a file, and whose file it is. */
export type FileRow = StoredFile & {
  attachmentId: number;
  draftId: number | null;
  responseId: number | null;
};

const columns = [
  "attachments.id as attachmentId",
  "attachments.public_id as publicId",
  "attachments.byte_size as byteSize",
  "attachments.sha256",
  "draft_id as draftId",
  "response_id as responseId",
] as const;

const copyColumns = [
  "attachment_copies.public_id as copyId",
  "attachment_copies.byte_size as copyByteSize",
  "attachment_copies.sha256 as copySha256",
] as const;

function filesWithCopies(db: Db) {
  return db
    .selectFrom("attachments")
    .leftJoin(
      "attachment_copies",
      "attachment_copies.attachment_id",
      "attachments.id",
    )
    .select(columns)
    .select(copyColumns);
}

type WithCopy = FileRow & {
  copyId: string | null;
  copyByteSize: number | null;
  copySha256: string | null;
};

/** A row promises the file that came, and another where a copy of it was made. */
function toFileRows({
  copyId,
  copyByteSize,
  copySha256,
  ...row
}: WithCopy): FileRow[] {
  if (copyId === null || copyByteSize === null || copySha256 === null)
    return [row];
  const copy = { publicId: copyId, byteSize: copyByteSize, sha256: copySha256 };
  return [row, { ...row, ...copy }];
}

/** Of these files, the rows that there are. */
export async function selectRowsOfFiles(
  db: Db,
  publicIds: string[],
): Promise<FileRow[]> {
  if (publicIds.length === 0) return [];
  const [came, copied] = [
    await filesWithCopies(db)
      .where("attachments.public_id", "in", publicIds)
      .execute(),
    await filesWithCopies(db)
      .where("attachment_copies.public_id", "in", publicIds)
      .execute(),
  ];
  const asked = new Set(publicIds);
  const rows = new Map(
    [...came, ...copied].flatMap(toFileRows).map((row) => [row.publicId, row]),
  );
  return [...rows.values()].filter(({ publicId }) => asked.has(publicId));
}

/** Rows in the order of their ids, a page of them: each with its copy. */
export async function selectFileRowsAfter(
  db: Db,
  page: { attachmentId: number; limit: number },
): Promise<FileRow[]> {
  const rows = await filesWithCopies(db)
    .where("attachments.id", ">", page.attachmentId)
    .orderBy("attachments.id")
    .limit(page.limit)
    .execute();
  return rows.flatMap(toFileRows);
}

export async function countFileRows(db: Db): Promise<number> {
  const { files, copies } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("attachments")
        .select((count) => count.fn.countAll().as("count"))
        .as("files"),
      eb
        .selectFrom("attachment_copies")
        .select((count) => count.fn.count("public_id").as("count"))
        .as("copies"),
    ])
    .executeTakeFirstOrThrow();
  return countOf({ count: files ?? 0 }) + countOf({ count: copies ?? 0 });
}

/** Deletes the rows of all files of some responses. @returns the names under which their bytes and those of their copies are stored. */
export async function deleteFilesOfResponses(
  trx: Trx,
  responseIds: number[],
): Promise<string[]> {
  const rows = await filesWithCopies(trx)
    .where("response_id", "in", responseIds)
    .execute();
  await trx
    .deleteFrom("attachments")
    .where("response_id", "in", responseIds)
    .execute();
  return rows.flatMap(toFileRows).map(({ publicId }) => publicId);
}
