import { fileCopyAddress } from "#app/file-addresses.ts";
import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import { typeOfMediaType } from "#app/domain/files/accepted-types.ts";
import type { FileForReading } from "#app/domain/tagging/reading.ts";

/** The copy that staff open first, or why there is only the original. */
export function describeCopy({ copy, publicId }: FileForReading) {
  if (copy?.state === "made") {
    const facts = [copy.typeLabel, describeByteSize(copy.byteSize)];
    if (typeOfMediaType(copy.mediaType) === "xlsx") facts.push(asCellsShow);
    return { href: fileCopyAddress(publicId), words: facts.join(", ") };
  }
  if (copy?.state === "not-needed") return { words: "It has no hidden data." };
  return { words: copy ? (noCopyWords[copy.reason] ?? notCleaned) : awaited };
}

const asCellsShow =
  "its cells as they show: no formulas, no hidden sheets, rows or columns";
const awaited =
  "A copy without hidden data is being made. Reload the page in a minute.";
const notCleaned =
  "Not cleaned: Heard does not clean files of this kind. It may hold names, dates or other hidden data.";

const noCopyWords: Record<string, string> = {
  "no-tool":
    "Not cleaned: what cleans PDFs (qpdf) is not installed on the server. It may hold names, dates or other hidden data.",
  "something-inside":
    "Not cleaned: there is something inside that Heard does not clean, such as another document, a drawing, words that a style hides, a chart of a hidden sheet, or formulas that were never worked out.",
  unreadable: "Not cleaned: it could not be read.",
  "timed-out": "Not cleaned: it took too long.",
  "out-of-memory": "Not cleaned: it is too large.",
};
