import {
  type EnclosuresFault,
  maxEnclosures,
  maxEnclosuresBytes,
} from "#app/domain/imports/enclosures.ts";
import type { EnclosureRefusal } from "#app/domain/imports/import-refusals.ts";
import type { NamedFiles } from "#app/domain/imports/check-import.server.ts";
import { defaultAttachmentLimits } from "#app/domain/attachments/attachments.ts";
import { wordsIn } from "#app/words/words.ts";
import { inNumbers, plural } from "./counted.ts";

const megabytes = (bytes: number) => `${Math.floor(bytes / 1_000_000)} MB`;

/** Why the files that a row names keep it from coming in. */
export function describeEnclosureRefusal(refusal: EnclosureRefusal): string {
  if (refusal.reason === "too-many-files")
    return `It names more than ${inNumbers(refusal.most)} files`;
  const name = refusal.cell;
  switch (refusal.reason) {
    case "file-missing":
      return `The file “${name}” is not among those that were brought`;
    case "file-unsure":
      return `${plural(refusal.count, "file is", "files are")} called “${name}”, in different folders: name it with its folder`;
    case "file-of-line":
      return `The file “${name}” belongs to line ${inNumbers(refusal.line)}, which names it too`;
    case "file-refused":
      return wordsIn("en").attachments.refusals[refusal.why]({
        ...{ name, limits: defaultAttachmentLimits },
      });
  }
}

/** Why a ZIP is not taken. */
export function describeEnclosuresFault(fault: EnclosuresFault): string {
  switch (fault.reason) {
    case "nothing":
      return "There is no file in the ZIP";
    case "twins":
      return `“${fault.path}” is there twice, with different content. Capitals and the way accents are written make no difference: give one another name`;
    case "full":
      return `All files together must come to less than ${megabytes(maxEnclosuresBytes)} when unpacked. Split the table, and bring each part with its own files`;
    case "too-many":
      return `There can be up to ${inNumbers(maxEnclosures)} files. Split the table, and bring each part with its own files`;
    case "busy":
      return "Too many files are being looked at just now. Bring the ZIP again in a minute";
    case "too-big":
      return "The ZIP unpacks to more than can be taken. Make several of it, and bring one after the other";
    case "encrypted":
      return "The ZIP is locked with a password. Make one without";
    case "malware":
      return "The ZIP has a file that looks like a virus to a virus scanner. None of its files was taken";
    case "unsafe-archive":
      return "The ZIP has names that lead out of its own folders (such as “../”), links, or one name twice. Unpack it and make a new one";
    case "not-archive":
      return "The file is damaged, or is no ZIP. Make a new one";
  }
}

/** Where a larger one does not arrive. */
export const zipTooBig = (maxBytes: number) =>
  `The ZIP must be smaller than ${megabytes(maxBytes)}. Make several of it, and bring one after the other`;

/** How many are there already. */
export const tellEnclosures = (count: number) =>
  count === 0
    ? "No file was brought yet."
    : `${plural(count, "file was", "files were")} brought. Another ZIP adds to them.`;

const tellSome = (
  files: NamedFiles | undefined,
  words: (names: string) => string,
): string[] => {
  if (!files) return [];
  const names = files.names.map((name) => `“${name}”`).join(", ");
  const others = files.count - files.names.length;
  return [words(others > 0 ? `${names} and ${inNumbers(others)} more` : names)];
};

/** Which files the check looked for in vain, and which no row wants. */
export function describeNamedFiles(of: {
  missingFiles?: NamedFiles | undefined;
  unusedFiles?: NamedFiles | undefined;
}): string[] {
  return [
    ...tellSome(
      of.missingFiles,
      (names) =>
        `Missing: ${names}. Bring a ZIP with them, or the rows that name them are left out.`,
    ),
    ...tellSome(
      of.unusedFiles,
      (names) => `No row that can be imported names: ${names}.`,
    ),
  ];
}
