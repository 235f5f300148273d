import {
  type AcceptedTypeId,
  pictureTypes,
  typeOfExtension,
} from "../accepted-types.ts";
import { kindOfExtension, type ForeignKind } from "../foreign-types.ts";
import { cleanFileName, extensionOf } from "../file-names.ts";
import { type FileBytes, withFileBytes } from "../formats/file-bytes.server.ts";
import { holdsArchive, isTestVirus } from "./foreign-parts.ts";
import { inspectJpeg, inspectPng } from "./inspect-image.server.ts";
import { inspectHeif, inspectWebp } from "./inspect-phone-image.server.ts";
import { inspectOfficePackage } from "./inspect-office.server.ts";
import { inspectPdf } from "./inspect-pdf.server.ts";
import { inspectRtf, inspectText } from "./inspect-text.server.ts";
import { extensionOfBytes, kindOfBytes } from "./kind-of-bytes.server.ts";
import {
  type Inspection,
  type InspectionTask,
  refuse,
  refuseKind,
  refuseMismatch,
} from "../inspection.ts";

type Family = "pdf" | "zip" | "cfb" | "rtf" | Picture;
type Picture = "png" | "jpeg" | "heic" | "webp" | "avif";

const macroExtensions = /^(?:docm|dotm|xlsm|xltm|xlam|pptm|ppsm|potm)$/;

/**
 * Decides by the bytes; a name that says another kind has to agree, except
 * among pictures. A name without an ending, or with one that nobody knows
 * ("Report v1.2"), is taken at its bytes' word, except for plain text, which
 * has no signature.
 */
export async function inspectBytes(task: InspectionTask): Promise<Inspection> {
  return withFileBytes(task.path, (bytes) => inspectOpened(task, bytes));
}

async function inspectOpened(
  { originalName }: InspectionTask,
  bytes: FileBytes,
): Promise<Inspection> {
  if (bytes.byteSize === 0) return refuse("empty");
  if (isTestVirus(bytes)) return refuse("malware");
  const extension = extensionOf(cleanFileName(originalName));
  const family = await familyOf(bytes);
  const expected = typeOfExtension(extension);
  if (expected) return inspectExpected(expected, family, bytes);
  if (family === "zip" && macroExtensions.test(extension))
    return refuse("macro");
  const kind = kindOfExtension(extension);
  if (kind && kind !== "unfinished") return inspectForeign(kind, family, bytes);
  return family ? inspectWhole(family, bytes) : refuseUnknown(bytes);
}

async function inspectExpected(
  expected: AcceptedTypeId,
  family: Family | undefined,
  bytes: FileBytes,
): Promise<Inspection> {
  if (expected === "txt" || expected === "csv")
    return family
      ? refuseMisnamed(family, bytes)
      : inspectText(bytes, expected);
  if (!family) return refuseUnlike(bytes);
  const inspection = await inspectWhole(family, bytes);
  if (!inspection.ok || inspection.typeId === expected) return inspection;
  const areBothPictures = [expected, inspection.typeId].every((typeId) =>
    pictureTypes.includes(typeId),
  );
  return areBothPictures ? inspection : refuseMismatch(inspection.typeId);
}

/** Of a kind that we do not take by its name; its bytes may be of one that we take. */
async function inspectForeign(
  kind: ForeignKind,
  family: Family | undefined,
  bytes: FileBytes,
): Promise<Inspection> {
  if (!family || ["zip", "cfb", "rtf"].includes(family))
    return refuseKind(kind);
  const inspection = await inspectWhole(family, bytes);
  if (!inspection.ok) return inspection;
  const isPictureByName = ["tiff", "gif", "bitmap", "picture"].includes(kind);
  if (isPictureByName && pictureTypes.includes(inspection.typeId))
    return inspection;
  return refuseMismatch(inspection.typeId);
}

/** Of what we never take its sender is told what it is, and not only that its name is another's. */
async function refuseMisnamed(
  family: Family,
  bytes: FileBytes,
): Promise<Inspection> {
  const inspection = await inspectWhole(family, bytes);
  return inspection.ok ? refuseMismatch(inspection.typeId) : inspection;
}

/** Under a name that we take, and like nothing that we take. */
async function refuseUnlike(bytes: FileBytes): Promise<Inspection> {
  const kind = await kindOfBytes(bytes);
  if (kind) return refuseKind(kind);
  const isText =
    !/[\0-\x08\x0e-\x1f]/.test(bytes.read(0, 1_000).toString("latin1")) &&
    inspectText(bytes, "txt").ok;
  return isText ? refuseMismatch("txt") : refuse("corrupt");
}

async function refuseUnknown(bytes: FileBytes): Promise<Inspection> {
  const kind = await kindOfBytes(bytes);
  return kind ? refuseKind(kind) : refuse("wrong-type");
}

/** A file that is a good picture or PDF to one program and an archive to another is neither. */
async function inspectWhole(
  family: Family,
  bytes: FileBytes,
): Promise<Inspection> {
  const isTwoInOne =
    family === "zip"
      ? bytes.read(0, pdfHeaderBytes).includes("%PDF-")
      : holdsArchive(bytes);
  return isTwoInOne ? refuse("two-in-one") : inspectFamily(family, bytes);
}

/** PDF readers allow up to 1,024 bytes of anything before the header. */
const pdfHeaderBytes = 1_024;

async function familyOf(bytes: FileBytes): Promise<Family | undefined> {
  if (bytes.read(0, 2).toString("latin1") === "PK") return "zip";
  if (bytes.read(0, pdfHeaderBytes).includes("%PDF-")) return "pdf";
  const found = await extensionOfBytes(bytes);
  switch (found) {
    case "jpg":
      return "jpeg";
    case "png":
    case "apng":
      return "png";
    case "heic":
    case "avif":
    case "webp":
    case "rtf":
    case "cfb":
      return found;
    default:
      return undefined;
  }
}

async function inspectFamily(
  family: Family,
  bytes: FileBytes,
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
    case "webp":
      return inspectWebp(bytes);
    case "heic":
    case "avif":
      return inspectHeif(bytes, family);
  }
}

/**
 * Word and Excel wrap a locked document in the container that their old formats
 * are made of; Outlook keeps a mail in one.
 */
function inspectCompoundFile(bytes: FileBytes): Inspection {
  const holds = (stream: string) =>
    bytes.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) return refuse("encrypted");
  if (holds("__properties_version1.0")) return refuseKind("mail");
  if (holds("PowerPoint Document")) return refuseKind("presentation");
  if (holds("VisioDocument")) return refuseKind("visio");
  return refuseKind(holds("Workbook") ? "old-excel" : "old-word");
}
