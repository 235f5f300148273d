import type { FileBytes } from "../formats/file-bytes.server.ts";

const testVirusHead = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$";

/** The harmless file that every virus scanner finds; written in two parts, so that none finds it here. */
const testVirus = Buffer.from(
  `${testVirusHead}EICAR-STANDARD-ANTIVIRUS-TEST-FILE!`,
  "latin1",
);

export function isTestVirus(bytes: {
  includes: (sought: Buffer) => boolean;
}): boolean {
  return bytes.includes(testVirus);
}

/** A ZIP's list of contents stands at its end, with a comment of at most 65,535 bytes after it. */
const zipEndBytes = 65_557;

/** Whether a program that unpacks ZIPs would find one in a file of another kind. */
export function holdsArchive(file: FileBytes): boolean {
  const start = Math.max(0, file.byteSize - zipEndBytes);
  return file.indexOf("PK\x05\x06", start) >= 0 && file.includes("PK\x01\x02");
}

/** What a browser would run, or a computer start. */
const otherFile =
  /^[^!-~]*<|^(?:MZ|PK|\x7fELF|#!)|<(?:!doctype|html|script|svg|iframe)/i;
const pdfEndMark = "%%EOF";

/** What stands before a PDF's header or after its end: another file there is refused, the rest is told to staff. */
export function foreignPartsOfPdf(
  file: FileBytes,
): "two-in-one" | "extra-bytes" | undefined {
  const before = file.read(0, file.indexOf("%PDF-"));
  if (otherFile.test(before.toString("latin1"))) return "two-in-one";
  const lastMark = file.lastIndexOf(pdfEndMark);
  const end = lastMark < 0 ? file.byteSize : lastMark + pdfEndMark.length;
  const isWhole = isFiller(before) && isFillerFrom(file, end);
  return isWhole ? undefined : "extra-bytes";
}

const fillerBytes = new Set([0x00, 0x1a, 0x20, 0xef, 0xbb, 0xbf]);

/** Blanks, NULs, the end of file of old systems and a byte order mark are nobody's second file. */
function isFiller(bytes: Buffer): boolean {
  return bytes.every(
    (byte) => fillerBytes.has(byte) || (byte >= 0x09 && byte <= 0x0d),
  );
}

/** Whether nothing else stands in a file from a position on. */
export function isFillerFrom(file: FileBytes, position: number): boolean {
  for (const piece of file.pieces(position)) if (!isFiller(piece)) return false;
  return true;
}
