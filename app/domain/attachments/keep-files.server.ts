import type { Db, NewRow, Trx } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import {
  acceptedTypes,
  typesWithText,
} from "#app/domain/files/accepted-types.ts";
import type { FileFlag } from "#app/domain/files/findings.ts";
import { enqueueJob } from "#app/domain/jobs/jobs.server.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import {
  type AttachmentLimits,
  type AttachmentRefusalReason,
  type AttachmentSummary,
  type ExtractionState,
  type StagedFile,
} from "./attachments.ts";
import {
  insertAttachment,
  isDraftUnsent,
  selectAttachmentsOfDraftQuestion,
  sumBytesOf,
} from "./attachments.queries.server.ts";
import { nameForType } from "#app/domain/files/file-names.ts";
import type { Inspection } from "#app/domain/files/inspection.ts";
import { AttachmentStoreError } from "./stored-files.ts";

/** A staged file that inspection found nothing against. */
export type SoundFile = {
  file: StagedFile;
  inspection: Inspection & { ok: true };
};

export type KeptFile = SoundFile & { publicId: string; name: string };

type Keep = {
  draftId: number;
  questionId: string;
  limits: AttachmentLimits;
  now: Date;
  sound: SoundFile[];
};

type Kept = {
  attached: AttachmentSummary[];
  refused: { file: StagedFile; reason: AttachmentRefusalReason }[];
};

/**
 * Bytes first, rows second: a row is written only for a file that is on disk
 * under its lasting name, and a file whose row was not written is deleted.
 */
export async function keepInDraft(
  db: Db,
  store: AttachmentStore,
  keep: Keep,
): Promise<Kept> {
  if (keep.sound.length === 0) return { attached: [], refused: [] };
  const kept: KeptFile[] = [];
  const recorded = new Set<string>();
  try {
    const notKept = await keepEach(store, keep.sound, kept);
    const outcome = await db.transaction().execute(async (trx) => {
      recorded.clear();
      return recordInDraft(trx, keep, { kept, recorded });
    });
    return { ...outcome, refused: [...outcome.refused, ...notKept] };
  } catch (error) {
    recorded.clear();
    throw error;
  } finally {
    await removeStoredFiles(
      store,
      kept
        .map(({ publicId }) => publicId)
        .filter((publicId) => !recorded.has(publicId)),
    );
  }
}

/** Keeps one after the other. Once the store has failed nobody is made to wait until it fails again. */
async function keepEach(
  store: AttachmentStore,
  sound: SoundFile[],
  kept: KeptFile[],
): Promise<Kept["refused"]> {
  for (const [index, one] of sound.entries()) {
    try {
      kept.push(await keepBytes(store, one));
    } catch (error) {
      if (!(error instanceof AttachmentStoreError)) throw error;
      return sound
        .slice(index)
        .map(({ file }) => ({ file, reason: "not-kept" }));
    }
  }
  return [];
}

const removedAtOnce = 8;

/**
 * Deletes the bytes of rows that are gone. Where the store does not answer, the
 * rest is left to the sweep: what the rows say is so already.
 */
export async function removeStoredFiles(
  store: AttachmentStore,
  publicIds: string[],
): Promise<void> {
  for (let first = 0; first < publicIds.length; first += removedAtOnce) {
    const removals = publicIds
      .slice(first, first + removedAtOnce)
      .map((publicId) => store.remove(publicId));
    const outcomes = await Promise.allSettled(removals);
    if (outcomes.some(({ status }) => status === "rejected")) return;
  }
}

/** Moves a staged file to its lasting name; its own name ends as its bytes demand. */
export async function keepBytes(
  store: AttachmentStore,
  sound: SoundFile,
): Promise<KeptFile> {
  const { publicId } = await store.keep(sound.file);
  const name = nameForType(
    sound.file.originalName,
    acceptedTypes[sound.inspection.typeId].extensions,
  );
  return { ...sound, publicId, name };
}

async function recordInDraft(
  trx: Trx,
  keep: Keep,
  files: { kept: KeptFile[]; recorded: Set<string> },
): Promise<Kept> {
  const taken = await selectAttachmentsOfDraftQuestion(trx, keep);
  const isOpen = await isDraftUnsent(trx, keep.draftId);
  let draftBytes = await sumBytesOf(trx, ["draft_id", keep.draftId]);
  const outcome: Kept = { attached: [], refused: [] };
  for (const kept of files.kept) {
    const { file, name } = kept;
    const same = taken.find(
      (one) => one.sha256 === file.sha256 && one.summary.name === name,
    );
    if (!isOpen) outcome.refused.push({ file, reason: "not-received" });
    else if (same) outcome.attached.push(same.summary);
    else if (taken.length >= keep.limits.maxFiles)
      outcome.refused.push({ file, reason: "too-many" });
    else if (draftBytes + file.byteSize > keep.limits.maxDraftBytes)
      outcome.refused.push({ file, reason: "draft-full" });
    else {
      const summary = await insertDraftAttachment(trx, keep, kept);
      files.recorded.add(kept.publicId);
      draftBytes += file.byteSize;
      taken.push({ summary, sha256: file.sha256 });
      outcome.attached.push(summary);
    }
  }
  return outcome;
}

async function insertDraftAttachment(
  trx: Trx,
  keep: Keep,
  kept: KeptFile,
): Promise<AttachmentSummary> {
  const { id, summary } = await insertAttachment(trx, {
    ...attachmentRow(kept, keep),
    draft_id: keep.draftId,
    response_id: null,
  });
  await recordEvent(trx, {
    at: keep.now,
    actor: { kind: "respondent" },
    subject: { kind: "attachment", id },
    type: "attachment.added",
    details: { draftId: keep.draftId, questionId: keep.questionId },
  });
  return summary;
}

/** The facts of a kept file; whose it is, the caller adds. */
export function attachmentRow(
  kept: KeptFile,
  at: { questionId: string; now: Date },
): Omit<NewRow<"attachments">, "draft_id" | "response_id"> {
  const { typeId, flags } = kept.inspection;
  return {
    public_id: kept.publicId,
    question_id: at.questionId,
    original_name: kept.name,
    media_type: acceptedTypes[typeId].mediaType,
    byte_size: kept.file.byteSize,
    sha256: kept.file.sha256,
    flags: JSON.stringify(flags),
    scan_detail: null,
    about: null,
    extraction_state: typesWithText.includes(typeId) ? "waiting" : "no-text",
    stored_at: at.now.toISOString(),
  };
}

/** Scanning gates reading, not sending, so it waits for its turn; so does the text. */
export async function enqueueAttachmentJobs(
  trx: Trx,
  attachment: {
    id: number;
    extractionState: ExtractionState;
    flags: readonly FileFlag[];
  },
  now: Date,
): Promise<void> {
  const payload = { attachmentId: attachment.id };
  if (attachment.flags.includes("not-checked"))
    await enqueueJob(trx, { kind: "attachment.check", payload, now });
  await enqueueJob(trx, { kind: "attachment.scan", payload, now });
  await enqueueJob(trx, { kind: "attachment.copy", payload, now });
  if (attachment.extractionState === "waiting")
    await enqueueJob(trx, { kind: "attachment.extract-text", payload, now });
  if (attachment.extractionState === "no-text")
    await enqueueJob(trx, { kind: "attachment.recognise", payload, now });
}
