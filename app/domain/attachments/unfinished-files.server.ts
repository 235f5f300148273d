import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { sweepStagingFolder } from "./staging-folder.server.ts";

/** Where files that come in pieces wait for their rest, on the server that they come to. */
export function unfinishedFolderOf(stagingFolder: string): string {
  return path.join(stagingFolder, "unfinished");
}

/** How the names of a draft's unfinished files begin: its public id is nobody's to read from a folder. */
export function unfinishedPrefixOf(draftPublicId: string): string {
  const hash = createHash("sha256").update(draftPublicId).digest("hex");
  return hash.slice(0, 16);
}

/** Who deletes a draft deletes what was on its way to it as well. */
export async function removeUnfinishedFiles(
  stagingFolder: string,
  draftPublicId: string,
): Promise<void> {
  const folder = unfinishedFolderOf(stagingFolder);
  const names = await readdir(folder).catch(() => []);
  const prefix = unfinishedPrefixOf(draftPublicId);
  for (const name of names.filter((one) => one.startsWith(prefix)))
    await rm(path.join(folder, name), { force: true });
}

/** An upload that nobody has gone on with for a day is given up. */
const unfinishedMilliseconds = 24 * 60 * 60_000;

/** Deletes what was given up. @returns how many files were deleted. */
export async function sweepUnfinishedFiles(
  stagingFolder: string,
  now: Date,
): Promise<number> {
  const folder = unfinishedFolderOf(stagingFolder);
  const isThere = await readdir(folder).catch(() => undefined);
  if (!isThere) return 0;
  const olderThanMilliseconds = unfinishedMilliseconds;
  return sweepStagingFolder(folder, { olderThanMilliseconds, now });
}
