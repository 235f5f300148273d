import { existsSync, mkdtempSync, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const memoryFolder = "/dev/shm";
const leastFreeBytes = 2e9;

/** In memory where there is room: what is tested syncs as it does in earnest, and waits for no disk (docs/decisions/339). */
function parentFolder(): string {
  if (!existsSync(memoryFolder)) return os.tmpdir();
  const { bavail, bsize } = statfsSync(memoryFolder);
  return bavail * bsize > leastFreeBytes ? memoryFolder : os.tmpdir();
}

/** A new folder; whoever makes it takes it away. */
export function makeFolderInMemory(prefix: string): string {
  return mkdtempSync(path.join(parentFolder(), prefix));
}
