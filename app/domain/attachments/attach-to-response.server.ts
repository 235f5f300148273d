import { createHash, randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import type {
  AttachmentRefusalReason,
  AttachmentSummary,
  StagedFile,
} from "./attachments.ts";
import { insertAttachment } from "./attachments.queries.server.ts";
import {
  inspectFile,
  inspectionBudget,
} from "#app/domain/files/inspect-file.server.ts";
import {
  attachmentRow,
  enqueueAttachmentJobs,
  keepBytes,
  type KeptFile,
  removeStoredFiles,
} from "./keep-files.server.ts";
import { AttachmentStoreError } from "./stored-files.ts";

export type NewAttachment = {
  responseId: number;
  questionId: string;
  originalName: string;
  bytes: Uint8Array;
  now: Date;
  /** How many files a response has is written by its owner, in the same transaction. */
  countFile: (trx: Trx, responseId: number) => Promise<void>;
};

export type AddOutcome =
  | { ok: true; attachment: AttachmentSummary }
  | { ok: false; reason: AttachmentRefusalReason };

/**
 * Adds a file that came by another way than a form (with a letter, from a
 * factory) to a response that is there already. The same rules hold as for a
 * file that is uploaded, but for the limits of the call.
 */
export async function addAttachmentToResponse(
  db: Db,
  store: AttachmentStore,
  add: NewAttachment,
): Promise<AddOutcome> {
  const file = await stageBytes(store, add);
  try {
    const inspection = await inspectFile(file.stagingPath, file.originalName, {
      sender: `response ${add.responseId}`,
      budget: inspectionBudget(),
    });
    if (!inspection.ok) return inspection;
    const kept = await keepBytes(store, { file, inspection }).catch(notKept);
    if (!kept) return { ok: false, reason: "not-kept" };
    try {
      const attachment = await db
        .transaction()
        .execute((trx) => recordInResponse(trx, add, kept));
      return { ok: true, attachment };
    } catch (error) {
      await removeStoredFiles(store, [kept.publicId]);
      throw error;
    }
  } finally {
    await rm(file.stagingPath, { force: true });
  }
}

function notKept(error: unknown): undefined {
  if (!(error instanceof AttachmentStoreError)) throw error;
}

async function stageBytes(
  store: AttachmentStore,
  add: NewAttachment,
): Promise<StagedFile> {
  const stagingPath = path.join(store.stagingFolder, `${randomUUID()}.part`);
  const handle = await open(stagingPath, "wx", 0o600);
  try {
    await handle.writeFile(add.bytes);
    await handle.sync();
  } catch (error) {
    await rm(stagingPath, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return {
    questionId: add.questionId,
    originalName: add.originalName,
    stagingPath,
    byteSize: add.bytes.byteLength,
    sha256: createHash("sha256").update(add.bytes).digest("hex"),
  };
}

async function recordInResponse(
  trx: Trx,
  add: NewAttachment,
  kept: KeptFile,
): Promise<AttachmentSummary> {
  const row = attachmentRow(kept, add);
  const { id, summary } = await insertAttachment(trx, {
    ...row,
    draft_id: null,
    response_id: add.responseId,
  });
  await add.countFile(trx, add.responseId);
  await enqueueAttachmentJobs(
    trx,
    {
      id,
      extractionState: row.extraction_state ?? "waiting",
      flags: kept.inspection.flags,
    },
    add.now,
  );
  await recordEvent(trx, {
    at: add.now,
    actor: { kind: "system" },
    subject: { kind: "attachment", id },
    type: "attachment.added",
    details: { responseId: add.responseId, questionId: add.questionId },
  });
  return summary;
}
