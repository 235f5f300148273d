import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import {
  countUnpromisedFiles,
  listPromisedFiles,
} from "#app/domain/attachments/promised-files.server.ts";
import {
  AttachmentStoreError,
  type StoredFile,
} from "#app/domain/attachments/stored-files.ts";
import { KeepingError } from "./keeping-errors.ts";
import type { Manifest } from "./manifest.ts";
import { writeDurably } from "./write-whole.server.ts";

type Stores = { from: AttachmentStore; to: AttachmentStore };

export type FileMove = {
  /** Hears after each file. */
  tell: (come: number) => void;
  signal?: AbortSignal | undefined;
};

export type MovedFiles = {
  fileCount: number;
  byteSize: number;
  /** That rows name, and that were not where they are moved from, or not what was sent. */
  lost: Manifest["lost"];
};

/** A bucket answers several requests in the time of one. */
const lanes = 8;

/** @throws a KeepingError where a store has files that no row names: they are somebody else's. */
export async function assertNoOthersFiles(
  db: Db,
  store: AttachmentStore,
): Promise<void> {
  const fileCount = await countUnpromisedFiles(db, store);
  if (fileCount > 0)
    throw new KeepingError({ reason: "target-has-files", fileCount });
}

/**
 * Copies each file that a row names into another store under the same name, and
 * reads each back there. One that has come already is read back only. Nothing
 * is deleted.
 */
export async function moveFiles(
  db: Db,
  stores: Stores,
  { tell, signal }: FileMove,
): Promise<MovedFiles> {
  const moved: MovedFiles = { fileCount: 0, byteSize: 0, lost: [] };
  const files = listPromisedFiles(db);
  const failures: unknown[] = [];
  const moveAll = async () => {
    while (failures.length === 0) {
      const next = await files.next();
      if (next.done) return;
      signal?.throwIfAborted();
      const reason = await moveFile(stores, next.value);
      if (reason) moved.lost.push({ publicId: next.value.publicId, reason });
      else {
        moved.fileCount += 1;
        moved.byteSize += next.value.byteSize;
      }
      tell(moved.fileCount + moved.lost.length);
    }
  };
  // All of them have ended before anybody takes back what came, or tells why.
  const lane = () => moveAll().catch((error) => void failures.push(error));
  await Promise.all(Array.from({ length: lanes }, lane));
  if (failures.length > 0) throw failures[0];
  return moved;
}

type Loss = "missing" | "damaged";

/** Why it could not be moved; undefined when it is there as its row says. */
async function moveFile(
  { from, to }: Stores,
  file: StoredFile,
): Promise<Loss | undefined> {
  const before = await lossIn(to, file);
  if (!before) return undefined;
  const reason = await lossIn(from, file);
  if (reason) return reason;
  // A bucket takes no other bytes for a name that it has.
  if (before === "damaged") await to.remove(file.publicId);
  await keepInOther({ from, to }, file);
  const after = await lossIn(to, file);
  if (after) throw new AttachmentStoreError(after, "kept-otherwise");
  return undefined;
}

/** Reads all of it, and holds it against its hash. */
async function lossIn(
  store: AttachmentStore,
  file: StoredFile,
): Promise<Loss | undefined> {
  try {
    await finished((await store.open(file)).resume());
    return undefined;
  } catch (error) {
    if (!(error instanceof AttachmentStoreError)) throw error;
    const { reason } = error;
    if (reason !== "missing" && reason !== "damaged") throw error;
    return reason;
  }
}

async function keepInOther(
  { from, to }: Stores,
  file: StoredFile,
): Promise<void> {
  const stagingPath = path.join(to.stagingFolder, randomUUID());
  try {
    await writeDurably(stagingPath, await from.open(file));
    await to.keep({ ...file, stagingPath }, file.publicId);
  } finally {
    await rm(stagingPath, { force: true });
  }
}
