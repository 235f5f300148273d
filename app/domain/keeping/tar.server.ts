import { KeepingError } from "./keeping-errors.ts";

/*
 * The archive's container: a tar of plain files with short names, so that
 * `age --decrypt | tar --extract` opens a backup without Heard.
 */

export type Packed = {
  name: string;
  byteSize: number;
  bytes: AsyncIterable<Uint8Array>;
};

const blockBytes = 512;
const largestOctalSize = 8 ** 11;

/** @throws where an entry has other bytes than it says: the reader would find the next one in the wrong place. */
export async function* packTar(
  entries: AsyncIterable<Packed>,
  now: Date,
): AsyncGenerator<Uint8Array> {
  for await (const { name, byteSize, bytes } of entries) {
    yield makeHeader(name, byteSize, now);
    let left = byteSize;
    for await (const piece of bytes) {
      left -= piece.byteLength;
      if (left < 0) break;
      yield piece;
    }
    if (left !== 0) throw new Error(`${name} changed while it was packed`);
    yield Buffer.alloc(paddingAfter(byteSize));
  }
  yield Buffer.alloc(2 * blockBytes);
}

/**
 * The entries in their order. The bytes of each have to be read before the next
 * is asked for; what follows the last is read to its end, because only there
 * is it known whether anything was cut off.
 */
export async function* unpackTar(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Packed> {
  const reader = new PieceReader(source);
  for (;;) {
    const header = await reader.exactly(blockBytes);
    if (isEmpty(header)) return assertEnded(reader);
    const { name, byteSize } = readHeader(header);
    yield { name, byteSize, bytes: reader.pieces(byteSize) };
    await reader.exactly(paddingAfter(byteSize));
  }
}

/** A tar ends with two empty blocks: one that was cut between them is cut. */
async function assertEnded(reader: PieceReader): Promise<void> {
  if (!isEmpty(await reader.exactly(blockBytes)))
    throw new KeepingError({ reason: "not-a-backup" });
  await reader.toTheEnd();
}

function isEmpty(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}

function paddingAfter(byteSize: number): number {
  return (blockBytes - (byteSize % blockBytes)) % blockBytes;
}

function makeHeader(name: string, byteSize: number, now: Date): Buffer {
  const header = Buffer.alloc(blockBytes);
  const octal = (value: number, digits: number) =>
    value.toString(8).padStart(digits, "0");
  header.write(name, 0, 100, "ascii");
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  writeSize(header, byteSize);
  header.write(octal(Math.floor(now.getTime() / 1000), 11), 136);
  header.write("0", 156);
  header.write("ustar\u000000", 257, "latin1");
  header.write(`${octal(sumOf(header), 6)}\0 `, 148, "latin1");
  return header;
}

/** Eleven octal digits hold 8 GB; beyond that GNU's and everybody's tar writes the number itself. */
function writeSize(header: Buffer, byteSize: number): void {
  if (byteSize < largestOctalSize) {
    header.write(byteSize.toString(8).padStart(11, "0"), 124);
    return;
  }
  header[124] = 0x80;
  header.writeBigUInt64BE(BigInt(byteSize), 128);
}

function readHeader(header: Buffer): { name: string; byteSize: number } {
  const text = (start: number, end: number) =>
    header.toString("latin1", start, end).replace(/[\0 ].*$/s, "");
  const isOurs =
    parseInt(text(148, 156), 8) === sumOf(header) &&
    header.toString("latin1", 156, 157) === "0";
  if (!isOurs) throw new KeepingError({ reason: "not-a-backup" });
  const byteSize =
    header[124] === 0x80
      ? Number(header.readBigUInt64BE(128))
      : parseInt(text(124, 136), 8);
  return { name: text(0, 100), byteSize };
}

/** The sum of the header's bytes, its own eight taken for spaces. */
function sumOf(header: Buffer): number {
  return header.reduce(
    (sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte),
    0,
  );
}

/** Hands out a stream of bytes in the sizes that are asked for. */
class PieceReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async exactly(byteSize: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.pieces(byteSize)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *pieces(byteSize: number): AsyncGenerator<Buffer> {
    for (let left = byteSize; left > 0;) {
      if (this.#held.byteLength === 0 && !(await this.#fill()))
        throw new KeepingError({ reason: "changed" });
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.byteLength);
      left -= piece.byteLength;
      yield piece;
    }
  }

  async toTheEnd(): Promise<void> {
    while (await this.#fill());
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    const { buffer, byteOffset, byteLength } = next.value;
    this.#held = Buffer.from(buffer, byteOffset, byteLength);
    return true;
  }
}
