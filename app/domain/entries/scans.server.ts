import { readFile } from "node:fs/promises";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import {
  type AttachmentRefusal,
  type StagedFile,
} from "../attachments/attachments.ts";
import {
  refusalOf,
  selectAttachmentsForReview,
} from "../attachments/attachments.server.ts";
import type { CallDefinition } from "../calls/definition.ts";
import { questionsOf } from "../calls/asked-pages.ts";
import { takesFiles } from "../calls/question-types/question-types.ts";
import { inspectFile, inspectionBudget } from "../files/inspect-file.server.ts";
import { addFileToResponse } from "../responses/response-files.server.ts";

export const maxScans = 10;

/** What stands against the files of an entry, looked at before anything is written; empty where nothing does. */
export async function refuseScans(
  files: StagedFile[],
  actor: { staffId: string },
): Promise<AttachmentRefusal[]> {
  const turn = {
    sender: `staff ${actor.staffId}`,
    budget: inspectionBudget(),
  };
  const refusals: AttachmentRefusal[] = [];
  for (const file of files) {
    const { stagingPath, originalName } = file;
    const looked = await inspectFile(stagingPath, originalName, turn);
    if (!looked.ok) refusals.push(refusalOf(file, looked.reason, looked.found));
  }
  return refusals;
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
  const question = questionsOf(keep.definition).find(takesFiles);
  const questionId = question?.id ?? "scan";
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

/** The scans of an entry that are there still. */
export async function selectScans(
  db: Db,
  responseId: number,
): Promise<{ publicId: string; name: string }[]> {
  const files = await selectAttachmentsForReview(db, responseId);
  return files.map(({ publicId, name }) => ({ publicId, name }));
}
