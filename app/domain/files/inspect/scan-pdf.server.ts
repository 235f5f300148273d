import { inflateSync } from "node:zlib";
import { inspectionLimits, isUnpackedTooBig } from "../inspection.ts";
import { openPdfStructure, type PdfStructure } from "./pdf-structure.ts";

export type PdfScan =
  | {
      ok: true;
      structure: PdfStructure;
      hasInvisibleText: boolean;
    }
  | { ok: false; reason: "unpacked-too-big" };

/** A drawing's page may be this large; what packs better than any drawing may not. */
const maxStreamBytes = 60_000_000;
/** Holds a few hundred small objects; it is read as text, so a large one would cost several times its size. */
const maxObjectStreamBytes = 10_000_000;
/** A program packs a stream once, or twice by mistake; each layer is unpacked here. */
const maxFilters = 4;
/** A stream's dictionary ends right before it and is never longer in practice. */
const maxDictionaryBytes = 4_096;

/**
 * Reads a PDF as a row of streams with text between them. It finds what pdf.js
 * does not tell (actions, names in object streams), and it unpacks every stream
 * under a cap before pdf.js unpacks any without one.
 */
export function scanPdf(bytes: Buffer): PdfScan {
  const structure = openPdfStructure();
  let hasInvisibleText = false;
  let unpackedBytes = 0;
  let position = 0;
  for (;;) {
    const keyword = bytes.indexOf("stream", position, "latin1");
    if (keyword < 0) break;
    const content = bytes.toString("latin1", position, keyword);
    structure.add(content);
    const stream = readStream(
      bytes,
      keyword,
      content.slice(-maxDictionaryBytes),
    );
    position = stream.end;
    const unpacked = unpack(stream);
    const isObjectStream = /\/Type\s*\/ObjStm/.test(stream.dictionary);
    if (
      unpacked === "too-big" ||
      (isObjectStream && unpacked.length > maxObjectStreamBytes)
    )
      return { ok: false, reason: "unpacked-too-big" };
    unpackedBytes += unpacked.length;
    if (isUnpackedTooBig({ packedBytes: bytes.length, unpackedBytes }))
      return { ok: false, reason: "unpacked-too-big" };
    if (isObjectStream) structure.add(unpacked.toString("latin1"));
    else if (drawsInvisibleText(unpacked)) hasInvisibleText = true;
  }
  structure.add(bytes.toString("latin1", position));
  return { ok: true, structure, hasInvisibleText };
}

type PdfStream = { dictionary: string; content: Buffer; end: number };

function readStream(bytes: Buffer, keyword: number, before: string): PdfStream {
  const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
  let start = keyword + "stream".length;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  const endKeyword = bytes.indexOf("endstream", start, "latin1");
  const end = endKeyword < 0 ? bytes.length : endKeyword;
  return {
    dictionary,
    content: bytes.subarray(start, end),
    end: endKeyword < 0 ? end : end + "endstream".length,
  };
}

/** Pictures and fonts' neighbours are skipped: nothing here or in the extraction of text unpacks a picture. */
function unpack(stream: PdfStream): Buffer | "too-big" {
  const { dictionary } = stream;
  if (/\/Subtype\s*\/Image|\/Type\s*\/EmbeddedFile/.test(dictionary))
    return Buffer.alloc(0);
  let content = stream.content;
  const filterCount = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
  if (filterCount > maxFilters) return "too-big";
  for (let filter = 0; filter < filterCount; filter += 1) {
    const inflated = inflate(content);
    if (inflated === "too-big") return inflated;
    content = inflated;
  }
  return content;
}

function inflate(content: Buffer): Buffer | "too-big" {
  try {
    return inflateSync(content, {
      maxOutputLength: Math.max(
        inspectionLimits.ratioAppliesFromBytes,
        Math.min(
          maxStreamBytes,
          content.length * inspectionLimits.maxUnpackedRatio,
        ),
      ),
    });
  } catch (error) {
    const isTooBig =
      error instanceof Error &&
      "code" in error &&
      error.code === "ERR_BUFFER_TOO_LARGE";
    // A stream that does not inflate (encrypted, damaged) has nothing to tell.
    return isTooBig ? "too-big" : Buffer.alloc(0);
  }
}

/** `3 Tr`: text that is neither filled nor stroked. Bytes are searched, because a string would double them. */
function drawsInvisibleText(content: Buffer): boolean {
  return ["3 Tr", "3\nTr", "3\r\nTr", "3  Tr"].some((operator) =>
    content.includes(operator, 0, "latin1"),
  );
}
