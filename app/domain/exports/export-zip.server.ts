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

/** Told of what an archive is by its first bytes, as some formats want it. */
export type Mark = { name: string; mark: string };

/** Each is asked for when those before it are written. */
export type Members = AsyncIterable<Member | Mark> | Iterable<Member | Mark>;

export type WrittenMember = { name: string; byteSize: number; sha256: string };

type Packing = {
  at: Date;
  /** Told of all members before it, as they were written. */
  last?: (written: WrittenMember[]) => Member;
};

/**
 * The pieces of an archive of members, one after the other, each read only when
 * its turn has come: whatever its length, no more than a piece of it is in memory.
 */
export function packMembers(members: Members, packing: Packing): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  fill(zip, members, packing).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error("unknown")),
  );
  return out;
}

async function fill(zip: ZipFile, members: Members, { at, last }: Packing) {
  const written: WrittenMember[] = [];
  // A date as DOS had it: the field for a better one is not allowed in every format.
  const dated = { mtime: at, forceDosTimestamp: true };
  for await (const member of members)
    if ("mark" in member)
      zip.addBuffer(Buffer.from(member.mark), member.name, {
        ...{ ...dated, compress: false },
      });
    else written.push(await addMember(zip, member, dated));
  if (last) await addMember(zip, last(written), dated);
  zip.end();
}

type Dated = { mtime: Date; forceDosTimestamp: boolean };

/** @returns once it is read to its end. @throws what it threw, or where nobody takes the archive any more. */
function addMember(
  zip: ZipFile,
  member: Member,
  dated: Dated,
): Promise<WrittenMember> {
  const out = zip.outputStream as Readable;
  return new Promise((resolve, reject) => {
    const compress = !member.isStored;
    zip.addReadStreamLazy(member.name, { ...dated, compress }, (hand) => {
      const reading = Readable.from(measured(member, resolve), {
        objectMode: false,
      });
      const stop = () => reading.destroy(new Error("Nobody takes it any more"));
      out.once("close", stop);
      reading.once("error", reject);
      reading.once("close", () => out.off("close", stop));
      hand(null, reading);
    });
  });
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
