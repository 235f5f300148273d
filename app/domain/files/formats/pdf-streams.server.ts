import { inflateSync } from "node:zlib";
import { inspectionLimits } from "../inspection.ts";

/** A drawing's page may be this large; what packs better than any drawing may not. */
const maxStreamBytes = 60_000_000;
/** A program packs a stream once, or twice by mistake; each layer is unpacked here. */
const maxFilters = 4;
/** A stream's dictionary ends right before it and is never longer in practice. */
const maxDictionaryBytes = 4_096;

/** What stands between two streams is told with the one after it; the last has no content. */
type PdfStream = {
  /** The text since the stream before. */
  before: string;
  dictionary: string;
  unpacked: Buffer | "too-big";
};

/**
 * A PDF as a row of streams with text between them, each unpacked under a cap.
 * Whatever is not packed by Flate, or was damaged, comes as it is or empty.
 */
export function* readPdfStreams(bytes: Buffer): Generator<PdfStream> {
  let position = 0;
  for (;;) {
    const keyword = bytes.indexOf("stream", position, "latin1");
    const end = keyword < 0 ? bytes.length : keyword;
    const before = bytes.toString("latin1", position, end);
    if (keyword < 0) {
      yield { before, dictionary: "", unpacked: Buffer.alloc(0) };
      return;
    }
    const stream = readStream(
      bytes,
      keyword,
      before.slice(-maxDictionaryBytes),
    );
    position = stream.end;
    yield { before, dictionary: stream.dictionary, unpacked: unpack(stream) };
  }
}

type PackedStream = { dictionary: string; content: Buffer; end: number };

function readStream(
  bytes: Buffer,
  keyword: number,
  before: string,
): PackedStream {
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
function unpack(stream: PackedStream): Buffer | "too-big" {
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
