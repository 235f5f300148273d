import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

/**
 * Where attachments' bytes live: one folder of files under generated names,
 * and a staging folder for what has been received and not yet been taken.
 */
export type AttachmentStore = {
  stagingFolder: string;
  /** Moves a staged, fsynced file to its lasting name and fsyncs the folder. */
  keep: (stagingPath: string) => Promise<{ publicId: string }>;
  open: (publicId: string) => Readable;
  /**
   * Lends the bytes as a file on this machine to what can only read files, for
   * as long as it reads. Nobody else learns where bytes are: elsewhere they may
   * be in a bucket.
   */
  withLocalFile: <Result>(
    publicId: string,
    use: (path: string) => Promise<Result>,
  ) => Promise<Result>;
  remove: (publicId: string) => Promise<void>;
};

const publicIdPattern = /^[0-9a-f-]{36}$/;

/**
 * Opens the store and creates its folders, readable by this user only.
 *
 * @param options.syncFolder makes a folder's names last; a test has one that fails.
 */
export async function openAttachmentStore(
  folder: string,
  { syncFolder = fsyncFolder } = {},
): Promise<AttachmentStore> {
  const stagingFolder = path.join(folder, "staging");
  await mkdir(stagingFolder, { recursive: true, mode: 0o700 });
  const pathOf = (publicId: string) => {
    if (!publicIdPattern.test(publicId))
      throw new Error("Not an attachment's id");
    return path.join(folder, publicId);
  };
  return {
    stagingFolder,
    async keep(stagingPath) {
      const publicId = randomUUID();
      const lastingPath = pathOf(publicId);
      await rename(stagingPath, lastingPath);
      try {
        await syncFolder(folder);
      } catch (error) {
        // Nobody learns of the new name, so nobody else could delete it.
        await rm(lastingPath, { force: true });
        throw error;
      }
      return { publicId };
    },
    open: (publicId) => createReadStream(pathOf(publicId)),
    withLocalFile: async (publicId, use) => use(pathOf(publicId)),
    remove: (publicId) => rm(pathOf(publicId), { force: true }),
  };
}

/** Without it a crash of the machine may forget the new name though the bytes are on disk. */
async function fsyncFolder(folder: string) {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
