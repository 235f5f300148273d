import { randomUUID } from "node:crypto";
import { open, rm, statfs } from "node:fs/promises";
import path from "node:path";
import type { Env } from "../env.server.ts";

/** Below it the next large file, or the next hour of a deadline, may find no room. */
export const leastFreeBytes = 64_000_000;
const probe = Buffer.alloc(16_384, 1);

export type DiskProblem = "almost full" | "not writable";

type Folders = Pick<Env, "database" | "uploadsFolder">;

/**
 * Whether the disks take what is sent: there is room on each, and a file that is written
 * there reaches them. It asks the disk and not the database, so that a lock of another
 * process is no reason to call the server ill.
 */
export async function findDiskProblem({
  database,
  uploadsFolder,
}: Folders): Promise<DiskProblem | undefined> {
  const folders =
    "file" in database
      ? [path.dirname(database.file), uploadsFolder]
      : [uploadsFolder];
  for (const folder of folders) {
    const problem = await findProblemOf(folder);
    if (problem) return problem;
  }
  return undefined;
}

async function findProblemOf(folder: string): Promise<DiskProblem | undefined> {
  const file = path.join(folder, `.health-${randomUUID()}`);
  try {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < leastFreeBytes) return "almost full";
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(probe);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return undefined;
  } catch {
    return "not writable";
  } finally {
    await rm(file, { force: true }).catch(() => {});
  }
}

const keptMilliseconds = 5_000;
const lastAnswers = new WeakMap<
  Folders,
  { at: number; answer: Promise<DiskProblem | undefined> }
>();

/** The same, asked at most once in five seconds: everybody may ask, and each time a file is written. */
export function findDiskProblemNowAndThen(
  folders: Folders,
  now: Date,
): Promise<DiskProblem | undefined> {
  const last = lastAnswers.get(folders);
  const age = last ? Math.abs(now.getTime() - last.at) : keptMilliseconds;
  if (last && age < keptMilliseconds) return last.answer;
  const answer = findDiskProblem(folders);
  lastAnswers.set(folders, { at: now.getTime(), answer });
  return answer;
}
