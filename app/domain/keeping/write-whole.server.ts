import { open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fsyncFolder } from "#app/domain/attachments/folder-store.server.ts";

const ending = ".unfinished";

/**
 * Writes a file that is there whole or not at all: until all of it is on disk
 * it has another name.
 */
export async function writeWhole(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const unfinished = file + ending;
  try {
    await writeDurably(unfinished, pieces, signal);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await fsyncFolder(path.dirname(file));
}

const longestMilliseconds = 24 * 60 * 60_000;

/**
 * Removes what was left of archives by processes that were killed: each has a
 * name of its own, so none writes over another's. One that was written to within
 * a day may be on its way still, of another portal.
 *
 * @returns their names.
 */
export async function removeUnfinished(
  folder: string,
  { isOurs, now }: { isOurs: (name: string) => boolean; now: Date },
): Promise<string[]> {
  const removed: string[] = [];
  for (const name of await readdir(folder)) {
    if (!name.endsWith(ending) || !isOurs(name.slice(0, -ending.length)))
      continue;
    const place = path.join(folder, name);
    const { mtimeMs } = await stat(place);
    if (now.getTime() - mtimeMs < longestMilliseconds) continue;
    await rm(place, { force: true });
    removed.push(name);
  }
  return removed;
}

/** Readable by this user only, and on disk when it resolves. What is there is written over. */
export async function writeDurably(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}
