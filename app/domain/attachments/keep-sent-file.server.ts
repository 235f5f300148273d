import { rm } from "node:fs/promises";
import type { Db, Trx } from "#app/db/schema.ts";
import type { Actor } from "#app/domain/audit/audit.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import {
  inspectFile,
  inspectionBudget,
} from "#app/domain/files/inspect-file.server.ts";
import type { FoundKind } from "#app/domain/files/inspection.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import type {
  AttachmentRefusalReason,
  AttachmentSummary,
  StagedFile,
} from "./attachments.ts";
import { insertAttachment, sumBytesOf } from "./attachments.queries.server.ts";
import {
  attachmentRow,
  enqueueAttachmentJobs,
  keepBytes,
  type KeptFile,
  removeStoredFiles,
} from "./keep-files.server.ts";
import { deleteFilesOfResponses } from "./stored-files.queries.server.ts";
import { AttachmentStoreError } from "./stored-files.ts";

type Refused = {
  ok: false;
  reason: AttachmentRefusalReason;
  found?: FoundKind;
};

/**
 * Keeps a staged file for a response that is there already: it is looked at, its
 * bytes are kept, and `record` writes of it what there is to write, in one
 * transaction. Where that says that it is not kept, or fails, nothing is left.
 */
export async function keepSentFile<Recorded extends { isKept: boolean }>(
  db: Db,
  store: AttachmentStore,
  keep: {
    responseId: number;
    file: StagedFile;
    record: (trx: Trx, kept: KeptFile) => Promise<Recorded>;
  },
): Promise<{ ok: true; recorded: Recorded } | Refused> {
  const { file, responseId } = keep;
  try {
    const inspection = await inspectFile(file.stagingPath, file.originalName, {
      sender: `response ${responseId}`,
      budget: inspectionBudget(),
    });
    if (!inspection.ok) return inspection;
    const kept = await keepBytes(store, { file, inspection }).catch(notKept);
    if (!kept) return { ok: false, reason: "not-kept" };
    let isKept = false;
    try {
      const recorded = await db
        .transaction()
        .execute((trx) => keep.record(trx, kept));
      isKept = recorded.isKept;
      return { ok: true, recorded };
    } finally {
      if (!isKept) await removeStoredFiles(store, [kept.publicId]);
    }
  } finally {
    await rm(file.stagingPath, { force: true });
  }
}

function notKept(error: unknown): undefined {
  if (!(error instanceof AttachmentStoreError)) throw error;
}

/** Writes the row of a file of a response, its event, and the jobs that look into it. */
export async function recordSentFile(
  trx: Trx,
  kept: KeptFile,
  of: {
    responseId: number;
    questionId: string;
    /** What its sender says that it is. */
    about?: string;
    actor: Actor;
    now: Date;
  },
): Promise<{ id: number; summary: AttachmentSummary }> {
  const { responseId, questionId, now } = of;
  const row = attachmentRow(kept, of);
  const inserted = await insertAttachment(trx, {
    ...row,
    about: of.about || null,
    draft_id: null,
    response_id: responseId,
  });
  const { id } = inserted;
  const extractionState = row.extraction_state ?? "waiting";
  const { flags } = kept.inspection;
  await enqueueAttachmentJobs(trx, { id, extractionState, flags }, now);
  await recordEvent(trx, {
    at: now,
    actor: of.actor,
    subject: { kind: "attachment", id },
    type: "attachment.added",
    details: { responseId, questionId },
  });
  return inserted;
}

/** What a response's files take, those that were taken back too: they are kept. */
export async function countResponseBytes(
  db: Db | Trx,
  responseId: number,
): Promise<number> {
  return sumBytesOf(db, ["response_id", responseId]);
}

/** Deletes the rows of the files of responses that are deleted themselves. @returns whose bytes go after the commit. */
export async function removeFilesOfResponses(
  trx: Trx,
  responseIds: number[],
): Promise<string[]> {
  return deleteFilesOfResponses(trx, responseIds);
}
