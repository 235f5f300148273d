import { readControlsAsWindows } from "../text/windows-1252.ts";

/**
 * The text of a plain file, however it was saved: by its byte order mark, else
 * UTF-16 where every other byte is empty, else UTF-8, else as Windows saves it.
 * What fits none becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== "windows-1252")
    return new TextDecoder(encoding).decode(bytes);
  return readControlsAsWindows(latin1Of(bytes));
}

/** Not `TextDecoder("latin1")`: by the standard that is another name of Windows-1252. */
function latin1Of(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  return Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.includes(0)) return utf16WithoutMark(bytes) ?? "utf-8";
  if (isUtf8(bytes)) return "utf-8";
  return isWindows1252(bytes) ? "windows-1252" : "utf-8";
}

const utf16SampleBytes = 2_000;

/** Letters of Latin script leave one half of their two bytes empty, and always the same one. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const sample = bytes.subarray(0, utf16SampleBytes);
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

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Excel on Windows writes £ and curly quotes as one byte each. A file with more
 * characters of UTF-8 than strays is a damaged UTF-8 file, and one with many
 * accented letters in a row is in another script.
 */
function isWindows1252(bytes: Uint8Array): boolean {
  let shaped = 0;
  let strays = 0;
  let letters = 0;
  for (let position = 0; position < bytes.length; position += 1) {
    const byte = bytes[position] ?? 0;
    const length = lengthOfSequence(bytes, position);
    letters = byte >= 0xc0 && length === 0 ? letters + 1 : 0;
    if (letters > 2) return false;
    if (length > 0) shaped += 1;
    else if (byte >= 0x80) strays += 1;
    position += Math.max(0, length - 1);
  }
  return strays > shaped;
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
