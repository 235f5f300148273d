import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A file in an archive, written while it is made. */
export type Member = {
  name: string;
  pieces: () => AsyncIterable<string | Uint8Array>;
  /** Packed already. */
  isStored?: boolean;
};

export type WrittenMember = { name: string; byteSize: number; sha256: string };

/**
 * The pieces of an archive of members, one after the other, each read only when
 * its turn has come: whatever its length, no more than a piece of it is in memory.
 *
 * @param last told of all members before it, as they were written.
 */
export function packMembers(
  members: readonly Member[],
  options: { at: Date; last?: (written: WrittenMember[]) => Member },
): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const written: WrittenMember[] = [];
  const add = (name: string, isStored: boolean, member: () => Member) =>
    zip.addReadStreamLazy(
      name,
      { mtime: options.at, compress: !isStored },
      (hand) => {
        const reading = Readable.from(
          measured(member(), (one) => written.push(one)),
          { objectMode: false },
        );
        reading.once("error", (error) => out.destroy(error));
        out.once("close", () => reading.destroy());
        hand(null, reading);
      },
    );
  for (const member of members)
    add(member.name, member.isStored ?? false, () => member);
  const { last } = options;
  if (last) add(last([]).name, false, () => last(written));
  zip.end();
  return out;
}

async function* measured(
  { name, pieces }: Member,
  tell: (written: WrittenMember) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let byteSize = 0;
  for await (const piece of pieces()) {
    const bytes =
      typeof piece === "string"
        ? Buffer.from(piece, "utf8")
        : Buffer.from(piece);
    if (bytes.length === 0) continue;
    hash.update(bytes);
    byteSize += bytes.length;
    yield bytes;
  }
  tell({ name, byteSize, sha256: hash.digest("hex") });
}

/** Writes a file that is there whole or not at all, readable by this user only. @returns its length in bytes. */
export async function writeArchive(
  file: string,
  archive: Readable,
): Promise<number> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(archive, createWriteStream(unfinished, { mode: 0o600 }));
    const handle = await open(unfinished, "r+");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return (await stat(file)).size;
}
