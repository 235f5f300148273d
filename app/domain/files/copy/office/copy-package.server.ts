import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { readArchive, type Archive } from "../../formats/archive.server.ts";
import { withFileBytes } from "../../formats/file-bytes.server.ts";
import type { CleanedParts, CopyOutcome, CopyTask } from "../copying.ts";
import { cleanDocx, wordParts } from "./copy-docx.server.ts";
import { cleanOdt, openDocumentParts } from "./copy-odt.server.ts";
import { cleanXlsx, spreadsheetParts } from "./copy-xlsx.server.ts";

type Cleaning = {
  isWanted: (name: string) => boolean;
  clean: (archive: Archive) => Promise<CleanedParts | undefined>;
};

const cleanings = {
  docx: { isWanted: wordParts, clean: cleanDocx },
  odt: { isWanted: openDocumentParts, clean: cleanOdt },
  xlsx: { isWanted: spreadsheetParts, clean: cleanXlsx },
} satisfies Record<string, Cleaning>;

export type CleanedPackage = keyof typeof cleanings;

export function isCleanedPackage(typeId: string): typeId is CleanedPackage {
  return Object.hasOwn(cleanings, typeId);
}

/**
 * Writes a document of an office program anew, part by part, from those parts
 * that make its pages. What nobody here knows is not written.
 */
export async function copyPackage(
  task: CopyTask,
  typeId: CleanedPackage,
): Promise<CopyOutcome> {
  const { isWanted, clean } = cleanings[typeId];
  const outcome = await withFileBytes(task.source, (file) =>
    readArchive(file, isWanted),
  );
  if (!outcome.ok) return { state: "failed", reason: "unreadable" };
  const cleaned = await clean(outcome.archive);
  if (!cleaned) return { state: "not-available", reason: "something-inside" };
  await writePackage(cleaned, task.target);
  return { state: "made", typeId };
}

/** When a document was written is nobody's business either. */
const mtime = new Date(1980, 0, 1);

async function writePackage(parts: CleanedParts, target: string) {
  const zip = new ZipFile();
  for (const [name, bytes] of parts) {
    // OpenDocument's readers find its kind at a fixed place, in plain letters.
    const compress = name !== "mimetype";
    zip.addBuffer(bytes, name, { mtime, compress, forceDosTimestamp: true });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target, { mode: 0o600 }));
}
