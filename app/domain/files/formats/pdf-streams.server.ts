import { inflateSync } from "node:zlib";
import { inspectionLimits } from "../inspection.ts";
import type { FileBytes } from "./file-bytes.server.ts";

/** A drawing's page may be this large; what packs better than any drawing may not. */
const maxStreamBytes = 60_000_000;
/** A program packs a stream once, or twice by mistake; each layer is unpacked here. */
const maxFilters = 4;
/** A stream's dictionary ends right before it and is never longer in practice. */
const maxDictionaryBytes = 4_096;

/** What stands between streams is handed on in parts, and a name that one part ends in is whole in the next. */
const maxPartBytes = 1_000_000;
const overlapBytes = 1_000;

/** What stands between two streams is told with the one after it; where there is much of it, and at the end, without one. */
type PdfStream = {
  /** The text since the stream before, or the next part of it. */
  before: string;
  dictionary: string;
  unpacked: Buffer | "too-big";
};

/**
 * A PDF as a row of streams with text between them, each unpacked under a cap.
 * Whatever is not packed by Flate, or was damaged, comes as it is or empty.
 */
export function* readPdfStreams(file: FileBytes): Generator<PdfStream> {
  const textOf = (start: number, end: number) =>
    file.read(start, end - start).toString("latin1");
  let position = 0;
  for (;;) {
    const keyword = file.indexOf("stream", position);
    const end = keyword < 0 ? file.byteSize : keyword;
    while (end - position > maxPartBytes) {
      const before = textOf(position, position + maxPartBytes);
      yield { before, dictionary: "", unpacked: Buffer.alloc(0) };
      position += maxPartBytes - overlapBytes;
    }
    const before = textOf(position, end);
    if (keyword < 0) {
      yield { before, dictionary: "", unpacked: Buffer.alloc(0) };
      return;
    }
    const stream = findStream(file, keyword, before.slice(-maxDictionaryBytes));
    position = stream.next;
    const unpacked = unpack(file, stream);
    yield { before, dictionary: stream.dictionary, unpacked };
  }
}

type PackedStream = {
  dictionary: string;
  start: number;
  end: number;
  /** Where the file goes on after it. */
  next: number;
};

function findStream(
  file: FileBytes,
  keyword: number,
  before: string,
): PackedStream {
  const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
  let start = keyword + "stream".length;
  const lineEnd = file.read(start, 2).toString("latin1");
  start += /^(?:\r\n?|\n)/.exec(lineEnd)?.[0].length ?? 0;
  const endKeyword = file.indexOf("endstream", start);
  const end = endKeyword < 0 ? file.byteSize : endKeyword;
  const next = endKeyword < 0 ? end : end + "endstream".length;
  return { dictionary, start, end, next };
}

/** Pictures and fonts' neighbours are skipped: nothing here or in the extraction of text unpacks a picture. */
function unpack(
  file: FileBytes,
  { dictionary, start, end }: PackedStream,
): Buffer | "too-big" {
  if (/\/Subtype\s*\/Image|\/Type\s*\/EmbeddedFile/.test(dictionary))
    return Buffer.alloc(0);
  const filterCount = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
  if (filterCount > maxFilters) return "too-big";
  // Nobody draws a page in so many bytes: it is a sound, a film or a picture that does not say so.
  if (end - start > maxStreamBytes)
    return filterCount > 0 ? "too-big" : Buffer.alloc(0);
  let content = file.read(start, end - start);
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
