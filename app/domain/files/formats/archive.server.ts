import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import * as yauzl from "yauzl";
import type { FileRefusalReason } from "../findings.ts";
import { inspectionLimits as limits, isUnpackedTooBig } from "../inspection.ts";
import { isTestVirus } from "../inspect/foreign-parts.ts";
import type { FileBytes } from "./file-bytes.server.ts";

/** What yauzl 3.4 has and its types of 2.10 do not. */
declare module "yauzl" {
  function fromRandomAccessReaderPromise(
    reader: RandomAccessReader,
    byteSize: number,
    options: Options,
  ): Promise<ZipFile>;
  interface ZipFile {
    eachEntry: () => AsyncIterable<Entry>;
    openReadStreamPromise: (entry: Entry) => Promise<Readable>;
  }
}

export type Archive = { names: Set<string>; parts: Map<string, Buffer> };
export type ArchiveOutcome =
  { ok: true; archive: Archive } | { ok: false; reason: FileRefusalReason };

/** Hears of a part with its bytes, before the next is unpacked. */
export type TakePart = (name: string, bytes: Buffer) => Promise<void>;

class ArchiveRefusal extends Error {
  constructor(readonly reason: FileRefusalReason) {
    super(reason);
  }
}

const pieceBytes = 65_536;

/** Hands yauzl what it asks for; the archive as a whole is never in memory. */
class ArchiveReader extends yauzl.RandomAccessReader {
  constructor(private readonly file: FileBytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { file } = this;
    function* pieces() {
      for (let at = start; at < end; at += pieceBytes)
        yield file.read(at, Math.min(pieceBytes, end - at));
    }
    return Readable.from(pieces(), { objectMode: false });
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ) {
    this.file.read(position, length).copy(target, offset);
    setImmediate(callback, null);
  }
}

/**
 * Reads a ZIP and trusts nothing it says of itself: names, sizes, ratios and
 * the number of entries are checked before anything is unpacked, then every
 * entry is unpacked, counted and thrown away, but for the parts that are wanted.
 *
 * @param isWanted whose bytes are handed back, by name inside the archive.
 * @param options.take is handed each of them in its turn instead: they are never
 * in memory together, and it looks itself whether one is an archive or a program.
 */
export async function readArchive(
  file: FileBytes,
  isWanted: (name: string) => boolean,
  options: { maxEntries?: number; take?: TakePart } = {},
): Promise<ArchiveOutcome> {
  const { maxEntries = limits.maxArchiveEntries, take } = options;
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(
      new ArchiveReader(file),
      file.byteSize,
      { lazyEntries: true, autoClose: false, strictFileNames: true },
    );
    const entries = await listEntries(zip, file.byteSize, maxEntries);
    if (!take) entries.forEach(refuseNested);
    const parts = new Map<string, Buffer>();
    for (const entry of entries) {
      const content = await unpackEntry(zip, entry, isWanted(entry.fileName));
      if (content && take) await take(entry.fileName, content);
      else if (content) parts.set(entry.fileName, content);
    }
    const names = new Set(entries.map((entry) => entry.fileName));
    return { ok: true, archive: { names, parts } };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** yauzl throws of its own where a name climbs out of the folder or has a backslash. */
function reasonOf(error: unknown): FileRefusalReason {
  if (error instanceof ArchiveRefusal) return error.reason;
  const message = error instanceof Error ? error.message : "";
  return /relative path|absolute path|invalid characters/.test(message)
    ? "unsafe-archive"
    : "corrupt";
}

async function listEntries(
  zip: yauzl.ZipFile,
  packedBytes: number,
  maxEntries: number,
): Promise<yauzl.Entry[]> {
  if (zip.entryCount > maxEntries) throw new ArchiveRefusal("unpacked-too-big");
  const entries = new Map<string, yauzl.Entry>();
  let declaredBytes = 0;
  for await (const entry of zip.eachEntry()) {
    declaredBytes += entry.uncompressedSize;
    if (isUnpackedTooBig({ packedBytes, unpackedBytes: declaredBytes }))
      throw new ArchiveRefusal("unpacked-too-big");
    refuseEntry(entry);
    // Two entries of one name are read differently by different programs.
    if (entries.has(entry.fileName)) throw new ArchiveRefusal("unsafe-archive");
    entries.set(entry.fileName, entry);
  }
  return [...entries.values()];
}

const symbolicLink = 0o120000;
const fileKindMask = 0o170000;
const nestedFile =
  /\.(?:zip|7z|rar|gz|bz2|xz|tar|jar|exe|dll|com|scr|msi|js|jse|vbs|vbe|wsf|hta|lnk|bat|cmd|ps1)$/i;

function refuseEntry(entry: yauzl.Entry) {
  if (entry.generalPurposeBitFlag & 1) throw new ArchiveRefusal("encrypted");
  const kind = (entry.externalFileAttributes >>> 16) & fileKindMask;
  if (kind === symbolicLink) throw new ArchiveRefusal("unsafe-archive");
  const sizes = {
    packedBytes: entry.compressedSize,
    unpackedBytes: entry.uncompressedSize,
  };
  if (isUnpackedTooBig(sizes)) throw new ArchiveRefusal("unpacked-too-big");
}

function refuseNested({ fileName }: yauzl.Entry) {
  if (nestedFile.test(fileName)) throw new ArchiveRefusal("unsafe-archive");
}

/** yauzl ends the stream with an error as soon as it holds more than was declared. */
async function unpackEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  isWanted: boolean,
): Promise<Buffer | undefined> {
  if (entry.fileName.endsWith("/")) return undefined;
  if (isWanted && entry.uncompressedSize > limits.maxUnpackedXmlBytes)
    throw new ArchiveRefusal("unpacked-too-big");
  const chunks: Buffer[] = [];
  let checksum = 0;
  const stream: Readable = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (isTestVirus(chunk)) throw new ArchiveRefusal("malware");
    checksum = crc32(chunk, checksum);
    if (isWanted) chunks.push(chunk);
  }
  if (checksum !== entry.crc32) throw new ArchiveRefusal("corrupt");
  return isWanted ? Buffer.concat(chunks) : undefined;
}
