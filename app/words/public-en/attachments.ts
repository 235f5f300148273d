import {
  type FoundKind,
  foreignFiles,
  foundTypes,
  isForeign,
} from "./foreign-files.ts";

/**
 * What a respondent is told about a file that was not taken. The reasons are
 * those of the attachments area, mirrored here because words import nothing;
 * the route that joins the two does not compile when they differ.
 */
type RefusalReason =
  | "wrong-type"
  | "foreign-photo"
  | "foreign-document"
  | "archive"
  | "old-format"
  | "mismatch"
  | "empty"
  | "encrypted"
  | "too-big"
  | "too-many"
  | "unpacked-too-big"
  | "image-too-large"
  | "macro"
  | "embedded-file"
  | "unsafe-archive"
  | "corrupt"
  | "not-text"
  | "markup"
  | "two-in-one"
  | "malware"
  | "not-checked"
  | "busy"
  | "not-received"
  | "not-taken"
  | "draft-full"
  | "no-room"
  | "not-kept";

type RefusedFile = {
  /** Empty or absent where one file was chosen: then it is "the selected file". */
  name?: string;
  /** What it is, where that is known. */
  found?: FoundKind;
  limits: { maxFiles: number; maxFileBytes: number; maxDraftBytes: number };
};

const theFile = (file: RefusedFile) =>
  file.name ? `“${file.name}”` : "The selected file";

const megabytes = (bytes: number) =>
  `${Math.round(bytes / 100_000) / 10}MB`.replace(".0MB", "MB");

const takenKinds =
  "PDF, DOCX, ODT, RTF, TXT, CSV, XLSX, or a photo or picture (JPEG, PNG, HEIC, WebP)";

/** The endings that a name says: they are shown where they gainsay what the file is. */
const endingOf = ({ name = "" }: RefusedFile) =>
  /\.([a-z0-9]{1,10})$/i.exec(name)?.[0] ?? "";

const endingsOfTaken =
  /^\.(?:pdf|docx|odt|rtf|txt|csv|xlsx|png|jpe?g?|jfif|pjpe?g|hei[cf]|webp|avif)$/i;

/** “a page.pdf” is a web page, although its name ends in .pdf. Open it … */
function whatItIs(file: RefusedFile, otherwise: string): string {
  const { found } = file;
  if (!found) return `${theFile(file)} ${otherwise}`;
  if (isForeign(found)) {
    const [what = "", ...wayOn] = foreignFiles[found].split(/(?<=\.) /);
    const ending = endingOf(file);
    const although = endingsOfTaken.test(ending)
      ? `${what.replace(/\.$/, "")}, although its name ends in ${ending}.`
      : what;
    return [`${theFile(file)} is ${although}`, ...wayOn].join(" ");
  }
  const [what, ending] = foundTypes[found];
  return `${theFile(file)} is ${what}, although its name says something else. Give it a name that ends in ${ending}, and add it again`;
}

const refusals: Record<RefusalReason, (file: RefusedFile) => string> = {
  "wrong-type": (file) =>
    whatItIs(
      file,
      `is of a kind that we do not know. Save it as a PDF and add that. We take ${takenKinds}`,
    ),
  "foreign-photo": (file) =>
    whatItIs(
      file,
      "is a picture in a format that we cannot take. Save it as a JPEG, or take a screenshot of it, and add that",
    ),
  "foreign-document": (file) =>
    whatItIs(
      file,
      "is in a format that we cannot take. Open it, save or export it as a PDF and add that",
    ),
  archive: (file) => whatItIs({ found: "archive", ...file }, ""),
  "old-format": (file) =>
    whatItIs(
      file,
      "is in an older Office format. Open it, save it as DOCX, XLSX or PDF and add that",
    ),
  mismatch: (file) =>
    whatItIs(
      file,
      "is a different kind of file from what its name says. Open it, save it as a PDF and add that",
    ),
  empty: (file) => `${theFile(file)} is empty`,
  encrypted: (file) =>
    `${theFile(file)} is password protected. Remove the password and select the file again`,
  "too-big": (file) =>
    `${theFile(file)} must be smaller than ${megabytes(file.limits.maxFileBytes)}`,
  "too-many": (file) =>
    file.name
      ? `“${file.name}” was not added. You can only select up to ${file.limits.maxFiles} files`
      : `You can only select up to ${file.limits.maxFiles} files`,
  "unpacked-too-big": (file) =>
    `${theFile(file)} is too large when it is unpacked. Make it smaller or save it as a PDF`,
  "image-too-large": (file) =>
    `${theFile(file)} has too many pixels. Save the image at a smaller size`,
  macro: (file) =>
    `${theFile(file)} must not contain macros. Save it as DOCX or XLSX without macros, or as a PDF`,
  "embedded-file": (file) =>
    `${theFile(file)} must not have other files inside it. Remove them and select them on their own`,
  "unsafe-archive": (file) =>
    `${theFile(file)} could not be opened safely. Open it, save it as a new file or as a PDF, and select that file`,
  corrupt: (file) =>
    `${theFile(file)} is damaged and could not be read. Open it, save it as a new file, and select that file`,
  "not-text": (file) =>
    `${theFile(file)} has a name for plain text and is something else inside. Save it as plain text or as a PDF, and select that file`,
  markup: (file) =>
    `${theFile(file)} is a web page or a file for programs. Save what it says as plain text or as a PDF, and select that file`,
  "two-in-one": (file) =>
    `${theFile(file)} is two kinds of file in one. Open it, save it as a new file, and select that file`,
  malware: (file) =>
    `${theFile(file)} looks like a virus to a virus scanner, so it cannot be taken`,
  "not-checked": (file) =>
    `${theFile(file)} could not be checked in time, which may not be the file’s fault. Give its name an ending such as .pdf or .docx and select it again`,
  "not-received": (file) =>
    `${theFile(file)} could not be uploaded – try again`,
  "not-taken": (file) =>
    `${theFile(file)} was not added. Files are not taken here now`,
  "draft-full": (file) =>
    `${theFile(file)} was not added. All your files together must be smaller than ${megabytes(file.limits.maxDraftBytes)}`,
  "no-room": (file) =>
    `${theFile(file)} was not added, because we have no room for files at the moment. What you wrote is saved. Try again later, or write to us`,
  "not-kept": (file) =>
    `${theFile(file)} was not added, because we cannot keep files at the moment. What you wrote is saved. Try again in a few minutes, or write to us`,
  busy: (file) =>
    `${theFile(file)} was not added, because many people are sending files at the moment. What you wrote is saved. Try again in a minute`,
};

export const attachmentWords = {
  refusals,
  /** The line beside the file input, told before one chooses. */
  limits: (limits: RefusedFile["limits"]) =>
    `You can select up to ${limits.maxFiles} files, each smaller than ${megabytes(limits.maxFileBytes)}${limits.maxFiles * limits.maxFileBytes > limits.maxDraftBytes ? ` and all together smaller than ${megabytes(limits.maxDraftBytes)}` : ""}. They can be ${takenKinds}.`,
};
