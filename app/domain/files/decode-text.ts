import { readControlsAsWindows } from "../text/windows-1252.ts";

/** Bytes that come in pieces, as often as they are asked for. */
export type BytesInPieces = {
  byteSize: number;
  pieces: () => Iterable<Uint8Array>;
};

/**
 * The text of a plain file, however it was saved: by its byte order mark, else
 * UTF-16 where every other byte is empty, else UTF-8, else as Windows saves it.
 * What fits none becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const pieces = decodePieces({
    byteSize: bytes.length,
    pieces: () => [bytes],
  });
  return [...pieces].join("");
}

/** The same, piece by piece: no character is cut in two. */
export function* decodePieces(source: BytesInPieces): Generator<string> {
  const encoding = encodingOf(source);
  if (encoding === "windows-1252") {
    for (const piece of source.pieces())
      yield readControlsAsWindows(latin1Of(piece));
    return;
  }
  const decoder = new TextDecoder(encoding);
  for (const piece of source.pieces())
    yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Not `TextDecoder("latin1")`: by the standard that is another name of Windows-1252. */
function latin1Of(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  return Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
}

function encodingOf(source: BytesInPieces): string {
  const head = headOf(source);
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  for (const piece of source.pieces())
    if (piece.includes(0))
      return utf16WithoutMark(head, source.byteSize) ?? "utf-8";
  if (isUtf8(source)) return "utf-8";
  return isWindows1252(source) ? "windows-1252" : "utf-8";
}

const utf16SampleBytes = 2_000;

function headOf(source: BytesInPieces): Uint8Array {
  for (const piece of source.pieces()) return piece.slice(0, utf16SampleBytes);
  return new Uint8Array();
}

/** Letters of Latin script leave one half of their two bytes empty, and always the same one. */
function utf16WithoutMark(
  sample: Uint8Array,
  byteSize: number,
): string | undefined {
  if (byteSize % 2 === 1) return undefined;
  const empty = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) empty[index % 2] = (empty[index % 2] ?? 0) + 1;
  });
  const [first = 0, second = 0] = empty;
  const enough = sample.length * 0.3;
  if (first === 0 && second > enough) return "utf-16le";
  if (second === 0 && first > enough) return "utf-16be";
  return undefined;
}

function isUtf8(source: BytesInPieces): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (const piece of source.pieces())
      decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

const longestCharacter = 4;

/**
 * Excel on Windows writes £ and curly quotes as one byte each. A file with more
 * characters of UTF-8 than strays is a damaged UTF-8 file, and one with many
 * accented letters in a row is in another script.
 */
function isWindows1252(source: BytesInPieces): boolean {
  const seen = { shaped: 0, strays: 0, letters: 0 };
  let rest: Uint8Array = new Uint8Array();
  for (const piece of source.pieces()) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = bytes.length - longestCharacter + 1;
    const read = countCharacters(bytes, end, seen);
    if (read === undefined) return false;
    rest = bytes.slice(read);
  }
  const isInLatin = countCharacters(rest, rest.length, seen) !== undefined;
  return isInLatin && seen.strays > seen.shaped;
}

/** @returns how many bytes it counted; undefined where they are in another script. */
function countCharacters(
  bytes: Uint8Array,
  end: number,
  seen: { shaped: number; strays: number; letters: number },
): number | undefined {
  let position = 0;
  for (; position < end; position += 1) {
    const byte = bytes[position] ?? 0;
    const length = lengthOfSequence(bytes, position);
    seen.letters = byte >= 0xc0 && length === 0 ? seen.letters + 1 : 0;
    if (seen.letters > 2) return undefined;
    if (length > 0) seen.shaped += 1;
    else if (byte >= 0x80) seen.strays += 1;
    position += Math.max(0, length - 1);
  }
  return position;
}

/** How many bytes a character of UTF-8 would take here; 0 where there is none of more than one. */
function lengthOfSequence(bytes: Uint8Array, position: number): number {
  const lead = bytes[position] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let next = position + 1; next < position + length; next += 1)
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
