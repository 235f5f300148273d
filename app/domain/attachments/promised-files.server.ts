import type { Db } from "#app/db/schema.ts";
import type { StoredFile } from "./stored-files.ts";
import {
  selectRowsOfFiles,
  selectStoredFilesAfter,
} from "./stored-files.queries.server.ts";

const filesPerBatch = 500;

/** Every file that a row names, with what the row says of it. */
export async function* listPromisedFiles(db: Db): AsyncGenerator<StoredFile> {
  for (let attachmentId = 0; ;) {
    const page = { attachmentId, limit: filesPerBatch };
    const files = await selectStoredFilesAfter(db, page);
    for (const { publicId, byteSize, sha256 } of files)
      yield { publicId, byteSize, sha256 };
    const last = files.at(-1);
    if (!last) return;
    ({ attachmentId } = last);
  }
}

/** Whether a row names the file now: a draft may have been deleted with its files since. */
export async function isFilePromised(
  db: Db,
  publicId: string,
): Promise<boolean> {
  return (await selectRowsOfFiles(db, [publicId])).length > 0;
}
