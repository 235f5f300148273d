import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import type { StoredFile } from "./stored-files.ts";
import {
  countFileRows,
  type FileRow,
  selectFileRowsAfter,
  selectRowsOfFiles,
} from "./stored-files.queries.server.ts";

const filesPerBatch = 500;

/** Every row of a file, a batch at a time, in the order of their ids. */
export async function* listFileRows(db: Db): AsyncGenerator<FileRow[]> {
  for (let attachmentId = 0; ;) {
    const page = { attachmentId, limit: filesPerBatch };
    const rows = await selectFileRowsAfter(db, page);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    ({ attachmentId } = last);
  }
}

/** Every file that a row names, with what the row says of it. */
export async function* listPromisedFiles(db: Db): AsyncGenerator<StoredFile> {
  for await (const rows of listFileRows(db))
    for (const { publicId, byteSize, sha256 } of rows)
      yield { publicId, byteSize, sha256 };
}

export async function countPromisedFiles(db: Db): Promise<number> {
  return countFileRows(db);
}

/** How many files a store has that no row names. */
export async function countUnpromisedFiles(
  db: Db,
  store: AttachmentStore,
): Promise<number> {
  let count = 0;
  let batch: string[] = [];
  const countBatch = async () => {
    count += batch.length - (await selectRowsOfFiles(db, batch)).length;
    batch = [];
  };
  for await (const { publicId } of store.list()) {
    batch.push(publicId);
    if (batch.length === filesPerBatch) await countBatch();
  }
  await countBatch();
  return count;
}

/** Whether a row names the file now: a draft may have been deleted with its files since. */
export async function isFilePromised(
  db: Db,
  publicId: string,
): Promise<boolean> {
  return (await selectRowsOfFiles(db, [publicId])).length > 0;
}
