import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  type AttachmentStore,
  openAttachmentStore,
} from "#app/domain/attachments/attachment-store.server.ts";
import type { StoredFile } from "#app/domain/attachments/stored-files.ts";
import { makeTestFolder } from "./database.ts";
import { stageFile, storedPath } from "./files.ts";

/** A store, and what a disk or a bucket may do to a file behind its back. */
export type GivenStore = {
  store: AttachmentStore;
  folder: string;
  /** Other bytes under the same name. */
  replace: (publicId: string, bytes: Buffer) => Promise<void>;
};

/** Somebody else's file is there before those of a test. */
export async function withAnother(given: GivenStore): Promise<GivenStore> {
  await keepBytesIn(given.store, Buffer.from("Somebody else's."));
  return given;
}

export async function givenFolderStore(): Promise<GivenStore> {
  const folder = path.join(makeTestFolder(), "uploads");
  const store = await openAttachmentStore(
    { folder },
    { tell: () => undefined },
  );
  return withAnother({
    store,
    folder,
    replace: async (publicId, bytes) =>
      writeFileSync(storedPath(store, publicId), bytes),
  });
}

/** Keeps bytes as a form's file is kept, and says of them what its row would. */
export async function keepBytesIn(
  store: AttachmentStore,
  bytes: Buffer,
): Promise<StoredFile> {
  const staged = stageFile(store.stagingFolder, { name: "a.pdf", bytes });
  const { publicId } = await store.keep(staged);
  return { publicId, byteSize: staged.byteSize, sha256: staged.sha256 };
}

export async function readAll(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What a store lends as a file of this machine. */
export function readLent(store: AttachmentStore, file: StoredFile) {
  return store.withFile(file, async (lent) => readFileSync(lent));
}

export async function listIds(store: AttachmentStore): Promise<string[]> {
  const ids: string[] = [];
  for await (const { publicId } of store.list()) ids.push(publicId);
  return ids;
}
