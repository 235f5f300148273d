import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fsyncFolder } from "#app/domain/attachments/folder-store.server.ts";

/**
 * Writes a file that is there whole or not at all: until all of it is on disk
 * it has another name.
 */
export async function writeWhole(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await writeDurably(unfinished, pieces, signal);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await fsyncFolder(path.dirname(file));
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
