import { createHash, randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import type { Db, Trx } from "#app/db/schema.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import type {
  AttachmentRefusalReason,
  AttachmentSummary,
  StagedFile,
} from "./attachments.ts";
import type { KeptFile } from "./keep-files.server.ts";
import { keepSentFile, recordSentFile } from "./keep-sent-file.server.ts";

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
  const kept = await keepSentFile(db, store, {
    responseId: add.responseId,
    file: await stageBytes(store, add),
    record: async (trx, kept) => ({
      isKept: true,
      attachment: await recordInResponse(trx, add, kept),
    }),
  });
  if (!kept.ok) return kept;
  return { ok: true, attachment: kept.recorded.attachment };
}

/** Bytes as a file in the staging folder, to be looked at or kept as one that was uploaded. */
export async function stageBytes(
  store: Pick<AttachmentStore, "stagingFolder">,
  add: Pick<NewAttachment, "questionId" | "originalName" | "bytes">,
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
  const actor = { kind: "system" } as const;
  const { summary } = await recordSentFile(trx, kept, { ...add, actor });
  await add.countFile(trx, add.responseId);
  return summary;
}
