import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

/**
 * Deletes what a killed process left in the staging folder: a request that is
 * still being received, and a file that is still being read, has a younger one.
 *
 * @returns how many files were deleted.
 */
export async function sweepStagingFolder(
  folder: string,
  sweep: { olderThanMilliseconds: number; now: Date },
): Promise<number> {
  const oldest = sweep.now.getTime() - sweep.olderThanMilliseconds;
  let deletedCount = 0;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const facts = await stat(file).catch(() => undefined);
    if (!facts?.isFile() || facts.mtimeMs > oldest) continue;
    await rm(file, { force: true });
    deletedCount += 1;
  }
  return deletedCount;
}
