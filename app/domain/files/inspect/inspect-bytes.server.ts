import { readFileSync } from "node:fs";
import { fileTypeFromBuffer } from "file-type";
import { type AcceptedTypeId, typeOfExtension } from "../accepted-types.ts";
import { refusalOfExtension } from "../foreign-types.ts";
import { cleanFileName, extensionOf } from "../file-names.ts";
import { holdsArchive, isTestVirus } from "./foreign-parts.ts";
import { inspectJpeg, inspectPng } from "./inspect-image.server.ts";
import { inspectOfficePackage } from "./inspect-office.server.ts";
import { inspectPdf } from "./inspect-pdf.server.ts";
import { inspectRtf, inspectText } from "./inspect-text.server.ts";
import { type Inspection, type InspectionTask, refuse } from "../inspection.ts";

type Family = "pdf" | "zip" | "cfb" | "rtf" | "png" | "jpeg";

/** What each family of bytes may turn out to be; an old or locked Office file is none of ours. */
const typesOfFamily: Record<Family, readonly AcceptedTypeId[]> = {
  pdf: ["pdf"],
  zip: ["docx", "odt", "xlsx"],
  cfb: ["docx", "xlsx"],
  rtf: ["rtf"],
  png: ["png"],
  jpeg: ["jpeg"],
};

const macroExtensions = /^(?:docm|dotm|xlsm|xltm|xlam|pptm|ppsm|potm)$/;
const oldOfficeExtensions = /^(?:doc|dot|xls|xlt|ppt|pps|wps|sxw)$/;

/**
 * Decides by the bytes; the name has to agree. A name without an extension is
 * taken at its bytes' word, except for plain text, which has no signature.
 */
export async function inspectBytes(task: InspectionTask): Promise<Inspection> {
  // This thread has nothing else to do, and each trip to another costs more than the reading.
  const bytes = readFileSync(task.path);
  if (bytes.length === 0) return refuse("empty");
  if (isTestVirus(bytes)) return refuse("malware");
  const extension = extensionOf(cleanFileName(task.originalName));
  const expected = typeOfExtension(extension);
  const family = await familyOf(bytes);
  if (expected === "txt" || expected === "csv")
    return family ? refuse("mismatch") : inspectText(bytes, expected);
  if (!expected && extension !== "") return refuseExtension(extension, family);
  if (!family) return refuse(await refusalOfBytes(bytes));
  if (isTwoInOne(family, bytes)) return refuse("two-in-one");
  if (expected && !typesOfFamily[family].includes(expected))
    return refuseMisnamed(family, bytes);
  const inspection = await inspectFamily(family, bytes);
  if (inspection.ok && expected && inspection.typeId !== expected)
    return refuse("mismatch");
  return inspection;
}

/** Of what we never take its sender is told what it is, and not only that its name is another's. */
async function refuseMisnamed(
  family: Family,
  bytes: Buffer,
): Promise<Inspection> {
  if (family !== "zip" && family !== "cfb") return refuse("mismatch");
  const inspection = await inspectFamily(family, bytes);
  return inspection.ok ? refuse("mismatch") : inspection;
}

/** A file that is a good picture or PDF to one program and an archive to another. */
function isTwoInOne(family: Family, bytes: Buffer): boolean {
  if (family === "zip")
    return bytes.subarray(0, pdfHeaderBytes).includes("%PDF-");
  return holdsArchive(bytes);
}

function refuseExtension(extension: string, family: Family | undefined) {
  if (family === "zip" && macroExtensions.test(extension))
    return refuse("macro");
  if (oldOfficeExtensions.test(extension)) return refuse("old-format");
  return refuse(refusalOfExtension(extension));
}

/** A phone's photo is often sent under a name that says JPEG. */
async function refusalOfBytes(bytes: Buffer) {
  return refusalOfExtension((await foundType(bytes)) ?? "");
}

/** PDF readers allow up to 1,024 bytes of anything before the header. */
const pdfHeaderBytes = 1_024;
const fileTypeSampleBytes = 4_100;

async function familyOf(bytes: Buffer): Promise<Family | undefined> {
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return "zip";
  if (bytes.subarray(0, pdfHeaderBytes).includes("%PDF-")) return "pdf";
  const found = await foundType(bytes);
  switch (found) {
    case "jpg":
      return "jpeg";
    case "png":
    case "apng":
      return "png";
    case "rtf":
    case "cfb":
      return found;
    default:
      return undefined;
  }
}

async function foundType(bytes: Buffer): Promise<string | undefined> {
  const sample = bytes.subarray(0, fileTypeSampleBytes);
  return (await fileTypeFromBuffer(sample))?.ext;
}

async function inspectFamily(
  family: Family,
  bytes: Buffer,
): Promise<Inspection> {
  switch (family) {
    case "pdf":
      return inspectPdf(bytes);
    case "zip":
      return inspectOfficePackage(bytes);
    case "cfb":
      return inspectCompoundFile(bytes);
    case "rtf":
      return inspectRtf(bytes);
    case "png":
      return inspectPng(bytes);
    case "jpeg":
      return inspectJpeg(bytes);
  }
}

/**
 * Word and Excel wrap a locked document in the container that their old formats
 * are made of; Outlook keeps a mail in one.
 */
function inspectCompoundFile(bytes: Buffer): Inspection {
  const holds = (stream: string) =>
    bytes.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) return refuse("encrypted");
  const isMail = holds("__properties_version1.0");
  return refuse(isMail ? "foreign-document" : "old-format");
}
