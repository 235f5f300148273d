import { readFile } from "node:fs/promises";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import {
  type AttachmentForReview,
  type AttachmentRefusal,
  type StagedFile,
} from "../attachments/attachments.ts";
import {
  refusalOf,
  selectAttachmentsForReview,
} from "../attachments/attachments.server.ts";
import {
  type FileCopy,
  selectFileCopies,
} from "../attachments/copies.server.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { questionIdOfFiles } from "../calls/asked-pages.ts";
import { acceptedTypes } from "../files/accepted-types.ts";
import { extensionOf } from "../files/file-names.ts";
import { isReasonToHold } from "../files/findings.ts";
import { inspectFile, inspectionBudget } from "../files/inspect-file.server.ts";
import { countingBudget } from "../files/page-pictures.server.ts";
import {
  countFilePages,
  type CountOutcome,
} from "../responses/file-pages.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import type { Withheld } from "../responses/withheld-words.server.ts";
import { addFileToResponse } from "../responses/response-files.server.ts";

export { maxScans } from "./entries.ts";

/** What stands against the files of an entry, looked at before anything is written, and those that nothing stands against. */
export async function refuseScans(
  files: StagedFile[],
  actor: { staffId: string },
): Promise<{ refusals: AttachmentRefusal[]; fit: StagedFile[] }> {
  const turn = {
    sender: `staff ${actor.staffId}`,
    budget: inspectionBudget(),
  };
  const refusals: AttachmentRefusal[] = [];
  const fit: StagedFile[] = [];
  for (const file of files) {
    const { stagingPath, originalName } = file;
    const looked = await inspectFile(stagingPath, originalName, turn);
    if (looked.ok) fit.push(file);
    else refusals.push(refusalOf(file, looked.reason, looked.found));
  }
  return { refusals, fit };
}

/**
 * Puts scans beside what was keyed in from them, under the call's question for
 * files where it has one.
 *
 * @returns those that could not be kept.
 */
export async function addScans(
  db: Db,
  store: AttachmentStore,
  add: {
    responseId: number;
    definition: CallDefinition;
    files: StagedFile[];
    now: Date;
  },
): Promise<AttachmentRefusal[]> {
  const files = add.files.map(({ originalName, stagingPath }) => ({
    originalName,
    read: () => readFile(stagingPath),
  }));
  return keepFilesOfEntry(db, store, { ...add, files });
}

/** Files are large: one after the other is read when its turn comes. */
type EntryFile = { originalName: string; read: () => Promise<Uint8Array> };

/** Puts files beside an entry, whatever brought them. @returns those that could not be kept. */
export async function keepFilesOfEntry(
  db: Db,
  store: AttachmentStore,
  keep: {
    responseId: number;
    definition: CallDefinition;
    files: EntryFile[];
    now: Date;
  },
): Promise<AttachmentRefusal[]> {
  const { responseId, now } = keep;
  const questionId = questionIdOfFiles(keep.definition);
  const refusals: AttachmentRefusal[] = [];
  for (const file of keep.files) {
    const { originalName } = file;
    const bytes = await file.read();
    const added = await addFileToResponse(db, store, {
      ...{ responseId, questionId, originalName, bytes, now },
    });
    if (!added.ok) refusals.push(refusalOf(file, added.reason));
  }
  return refusals;
}

export type EntryScan = {
  publicId: string;
  name: string;
  isWithheld: boolean;
  /** Which part of it is a picture that a page may show: the copy drawn anew, or a clean original that needs none. */
  picture: "copy" | "original" | undefined;
  /** Of a PDF: how many there are, or why none of them is shown. */
  pages: CountOutcome | undefined;
};

/** The scans of an entry that are there still, as somebody may see them. */
export async function selectScans(
  db: Db,
  store: AttachmentStore,
  select: {
    responseId: number;
    withheld: Withheld;
    viewer: Viewer;
    now: Date;
  },
): Promise<EntryScan[]> {
  const { responseId, withheld, ...reader } = select;
  const sent = await selectAttachmentsForReview(db, responseId);
  const files = sent.map(withheld.hideFile);
  const copies = await selectFileCopies(db, responseId);
  const budget = countingBudget();
  return Promise.all(
    files.map(async ({ isWithheld, ...file }) => {
      const { publicId, name } = file;
      const opening = { publicId, budget, ...reader };
      const hasPages =
        !isWithheld && file.typeLabel === acceptedTypes.pdf.label;
      return {
        ...{ publicId, name, isWithheld },
        picture: isWithheld ? undefined : pictureOf(file, copies.get(file.id)),
        pages: hasPages ? await countFilePages(db, store, opening) : undefined,
      };
    }),
  );
}

function pictureOf(
  { scanState, flags, name }: AttachmentForReview,
  copy: FileCopy | undefined,
): EntryScan["picture"] {
  if (scanState === "infected") return undefined;
  if (copy?.state === "made")
    return copy.mediaType.startsWith("image/") ? "copy" : undefined;
  const isSound = scanState === "clean" && !flags.some(isReasonToHold);
  const isShown = shownByBrowsers.has(extensionOf(name));
  return copy && isSound && isShown ? "original" : undefined;
}

const shownByBrowsers = new Set<string>(
  (["png", "jpeg", "webp", "avif"] as const).flatMap((type) => [
    ...acceptedTypes[type].extensions,
  ]),
);
