import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import {
  isFilePromised,
  listPromisedFiles,
} from "#app/domain/attachments/promised-files.server.ts";
import {
  AttachmentStoreError,
  type StoredFile,
} from "#app/domain/attachments/stored-files.ts";
import { type Manifest, nameOfFile } from "./manifest.ts";
import type { Packed } from "./tar.server.ts";

type Places = {
  /** As it is now. */
  db: Db;
  /** As it was at the backup's moment. */
  copy: Db;
  store: AttachmentStore;
};

/** Every file that the copy names, and into the manifest what became of each. */
export async function* packFiles(
  { db, copy, store }: Places,
  manifest: Manifest,
  tell: (part: number) => void,
): AsyncGenerator<Packed> {
  const total = Math.max(1, manifest.facts.rows.attachments ?? 0);
  let count = 0;
  tell(0);
  for await (const file of listPromisedFiles(copy)) {
    const found = await openProven(store, file);
    const { publicId, byteSize } = file;
    if (typeof found !== "string") {
      yield { name: nameOfFile(publicId), byteSize, bytes: found };
      manifest.files.push(file);
    } else if (await isFilePromised(db, publicId))
      manifest.lost.push({ publicId, reason: found });
    else manifest.removed.push(publicId);
    if ((count += 1) < total) tell(count / total);
  }
  tell(1);
}

/**
 * A file is read twice, because the archive says how long it is before its
 * bytes come, and one that breaks off in the middle would spoil all of it.
 */
async function openProven(
  store: AttachmentStore,
  file: StoredFile,
): Promise<Readable | "missing" | "damaged"> {
  try {
    await finished((await store.open(file)).resume());
    return await store.open(file);
  } catch (error) {
    if (!(error instanceof AttachmentStoreError)) throw error;
    const { reason } = error;
    if (reason !== "missing" && reason !== "damaged") throw error;
    return reason;
  }
}
