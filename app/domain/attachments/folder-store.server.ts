import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import {
  type FileHandle,
  mkdir,
  open,
  opendir,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { codeOf } from "#app/db/cannot-save.ts";
import { openProven } from "./proven-bytes.server.ts";
import {
  AttachmentStoreError,
  type ByteRange,
  isPublicId,
  type StagedBytes,
  type StoredFile,
  type StoredObject,
  type StoreFault,
} from "./stored-files.ts";

/**
 * Attachments in a folder of this machine's, under generated names.
 *
 * @param options.syncFolder makes a folder's names last; a test has one that fails.
 */
export async function openFolderStore(
  folder: string,
  { syncFolder = fsyncFolder } = {},
) {
  const stagingFolder = await makeStagingFolder(folder);
  const pathOf = (publicId: string) => {
    if (!isPublicId(publicId))
      throw new AttachmentStoreError("missing", "not-an-id");
    return path.join(folder, publicId);
  };
  return {
    stagingFolder,
    async keep({ stagingPath }: StagedBytes, publicId: string = randomUUID()) {
      await moveForGood(stagingPath, pathOf(publicId), syncFolder);
      return { publicId };
    },
    open: async (file: StoredFile, range?: ByteRange) =>
      openFile(pathOf(file.publicId), file, range),
    async withFile<Result>(
      file: StoredFile,
      read: (path: string) => Promise<Result>,
    ) {
      const filePath = pathOf(file.publicId);
      await finished((await openFile(filePath, file)).resume());
      return read(filePath);
    },
    remove: async (publicId: string) => rm(pathOf(publicId), { force: true }),
    find: async (publicId: string) => findObject(pathOf(publicId), publicId),
    list: () => listFolder(folder),
    check: (): Promise<StoreFault[]> => Promise.resolve([]),
  };
}

/** Where files are received, readable by this user only; on this machine's disk in every store. */
export async function makeStagingFolder(folder: string): Promise<string> {
  const stagingFolder = path.join(folder, "staging");
  await mkdir(stagingFolder, { recursive: true, mode: 0o700 });
  return stagingFolder;
}

async function moveForGood(
  stagingPath: string,
  lastingPath: string,
  syncFolder: (folder: string) => Promise<void>,
) {
  await rename(stagingPath, lastingPath);
  try {
    await syncFolder(path.dirname(lastingPath));
  } catch (error) {
    // Nobody learns of the new name, so nobody else could delete it.
    await rm(lastingPath, { force: true });
    throw error;
  }
}

async function openFile(
  filePath: string,
  file: StoredFile,
  range?: ByteRange,
): Promise<Readable> {
  const handle = await openOrMiss(filePath);
  try {
    const { size } = await handle.stat();
    if (size !== file.byteSize)
      throw new AttachmentStoreError("damaged", "other-length");
  } catch (error) {
    await handle.close();
    throw error;
  }
  return openProven(handle.createReadStream(range), file, range);
}

async function openOrMiss(filePath: string): Promise<FileHandle> {
  try {
    return await open(filePath, "r");
  } catch (error) {
    const code = codeOf(error);
    throw new AttachmentStoreError(
      code === "ENOENT" ? "missing" : "unreachable",
      code,
    );
  }
}

async function findObject(
  filePath: string,
  publicId: string,
): Promise<StoredObject | undefined> {
  const facts = await stat(filePath).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  return facts?.isFile() ? toObject(publicId, facts) : undefined;
}

/** When the name or the bytes last changed here: files that are put back from a backup bring older times with them. */
function toObject(publicId: string, { size, ctime }: Stats): StoredObject {
  return { publicId, byteSize: size, storedAt: ctime };
}

async function* listFolder(folder: string): AsyncGenerator<StoredObject> {
  for await (const { name } of await opendir(folder)) {
    if (!isPublicId(name)) continue;
    const found = await findObject(path.join(folder, name), name);
    if (found) yield found;
  }
}

/** Without it a crash of the machine may forget the new name though the bytes are on disk. */
export async function fsyncFolder(folder: string) {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
