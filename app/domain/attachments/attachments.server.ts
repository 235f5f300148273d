import { rm } from "node:fs/promises";
import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import {
  type AttachmentForReview,
  type AttachmentLimits,
  type AttachmentRefusal,
  type AttachmentRefusalReason,
  attachmentRefusalReasons,
  type AttachmentSummary,
  type SentAttachment,
  type StagedFile,
} from "./attachments.ts";
import {
  deleteAttachmentOfDraft,
  deleteAttachmentsOfDraft,
  reassignAttachments,
  selectAttachmentsOfDraft,
  selectAttachmentsOfResponse,
  selectSentAttachment,
  sumBytesOf,
} from "./attachments.queries.server.ts";
import { selectAttachmentText } from "./jobs.queries.server.ts";
import { cleanFileName } from "#app/domain/files/file-names.ts";
import type { FoundKind, Inspection } from "#app/domain/files/inspection.ts";
import {
  inspectFile,
  inspectionBudget,
  type InspectionTurn,
} from "#app/domain/files/inspect-file.server.ts";
import {
  enqueueAttachmentJobs,
  keepInDraft,
  removeStoredFiles,
  type SoundFile,
} from "./keep-files.server.ts";

export { removeStoredFiles };

/** A part of the body that never became a staged file. */
type RefusedFilePart = { originalName?: string | undefined; reason: string };

export type AttachOutcome = {
  /** In the order in which they were chosen; one that the draft has already is named again, not stored again. */
  attached: AttachmentSummary[];
  refusals: AttachmentRefusal[];
};

/**
 * Takes the files of one question into a draft. Each file's bytes are
 * inspected; a refused one is deleted and told with its reason, the others
 * stay. The caller hands over this question's files only, and has checked that
 * the draft is its holder's. No staged file is left behind, whatever happens.
 *
 * @param attach.budget what the request may still use of the threads that inspect; a whole one where there is none.
 * @param attach.limits how many files the question takes in all, and how large each may be, in bytes.
 */
export async function attachStagedFiles(
  db: Db,
  store: AttachmentStore,
  attach: {
    draftId: number;
    questionId: string;
    stagedFiles: StagedFile[];
    refusedParts?: RefusedFilePart[];
    limits: AttachmentLimits;
    budget?: InspectionTurn["budget"];
    now: Date;
  },
): Promise<AttachOutcome> {
  const refusals = (attach.refusedParts ?? []).map(refusalOfPart);
  const sound: SoundFile[] = [];
  const turn = {
    sender: `draft ${attach.draftId}`,
    budget: attach.budget ?? inspectionBudget(),
  };
  try {
    for (const file of attach.stagedFiles) {
      const inspection = await inspectStagedFile(file, attach.limits, turn);
      if (inspection.ok) sound.push({ file, inspection });
      else refusals.push(refusalOf(file, inspection.reason, inspection.found));
    }
    const kept = await keepInDraft(db, store, { ...attach, sound });
    return {
      attached: kept.attached,
      refusals: [
        ...refusals,
        ...kept.refused.map(({ file, reason }) => refusalOf(file, reason)),
      ],
    };
  } finally {
    await removeStagedFiles(attach.stagedFiles);
  }
}

async function inspectStagedFile(
  file: StagedFile,
  limits: AttachmentLimits,
  turn: InspectionTurn,
): Promise<Inspection | { ok: false; reason: "too-big"; found?: undefined }> {
  if (file.byteSize > limits.maxFileBytes)
    return { ok: false, reason: "too-big" };
  return inspectFile(file.stagingPath, file.originalName, turn);
}

/** What is told of a file that was not taken. */
export function refusalOf(
  file: { originalName?: string | undefined },
  reason: AttachmentRefusalReason,
  found?: FoundKind,
): AttachmentRefusal {
  return {
    name: file.originalName ? cleanFileName(file.originalName) : "",
    reason,
    ...(found && { found }),
  };
}

/** The same of one that never came whole. */
export function refusalOfPart(part: RefusedFilePart): AttachmentRefusal {
  const reason = attachmentRefusalReasons.find((one) => one === part.reason);
  if (part.reason === "too-many-files") return refusalOf(part, "too-many");
  return refusalOf(part, reason ?? "not-received");
}

/** For files that no question asked for, and for a request that is turned away. */
export async function removeStagedFiles(
  stagedFiles: { stagingPath: string }[],
): Promise<void> {
  await Promise.all(
    stagedFiles.map((file) => rm(file.stagingPath, { force: true })),
  );
}

/** A draft's files by question, each list in the order in which they were added. */
export async function selectDraftAttachments(
  db: Db,
  draftId: number,
): Promise<Record<string, AttachmentSummary[]>> {
  const byQuestion: Record<string, AttachmentSummary[]> = {};
  for (const { questionId, summary } of await selectAttachmentsOfDraft(
    db,
    draftId,
  )) {
    (byQuestion[questionId] ??= []).push(summary);
  }
  return byQuestion;
}

/** What a draft's files come to, in bytes. */
export async function countDraftBytes(
  db: Db,
  draftId: number,
): Promise<number> {
  return sumBytesOf(db, ["draft_id", draftId]);
}

export type RemoveOutcome = { ok: true } | { ok: false; reason: "not-found" };

/**
 * Takes a file out of a draft and deletes its bytes. Another draft's file, or
 * one whose draft was sent, is `not-found`: a holder removes only their own.
 */
export async function removeDraftAttachment(
  db: Db,
  store: AttachmentStore,
  remove: { draftId: number; publicId: string; now: Date },
): Promise<RemoveOutcome> {
  const removed = await db.transaction().execute(async (trx) => {
    const row = await deleteAttachmentOfDraft(trx, remove);
    if (!row) return false;
    await recordEvent(trx, {
      at: remove.now,
      actor: { kind: "respondent" },
      subject: { kind: "attachment", id: row.id },
      type: "attachment.removed",
      details: { draftId: remove.draftId, questionId: row.questionId },
    });
    return true;
  });
  if (!removed) return { ok: false, reason: "not-found" };
  await removeStoredFiles(store, [remove.publicId]);
  return { ok: true };
}

/**
 * Deletes the rows of a draft's files, as part of the deletion of the draft; at
 * its sending only those of the questions whose answers are not sent.
 *
 * @returns the ids whose bytes the caller deletes with `removeStoredFiles` once
 * its transaction is committed: bytes first would leave rows without files.
 */
export async function removeAttachmentsOfDraft(
  trx: Trx,
  remove: { draftId: number; questionIds?: string[]; now: Date },
): Promise<string[]> {
  const publicIds = await deleteAttachmentsOfDraft(trx, remove);
  if (publicIds.length > 0)
    await recordEvent(trx, {
      at: remove.now,
      actor: { kind: "system" },
      subject: { kind: "draft", id: remove.draftId },
      type: "draft.attachments-removed",
      details: { count: publicIds.length },
    });
  return publicIds;
}

/**
 * Hands a draft's files over to the response it became, in the transaction of
 * the submission, and leaves the jobs that scan them and take out their text.
 *
 * @returns how many files the response has.
 */
export async function moveAttachmentsToResponse(
  trx: Trx,
  move: { draftId: number; responseId: number; now: Date },
): Promise<number> {
  const moved = await reassignAttachments(trx, move);
  for (const attachment of moved)
    await enqueueAttachmentJobs(trx, attachment, move.now);
  return moved.length;
}

/** A response's files for staff, in the order in which they were added. */
export async function selectAttachmentsForReview(
  db: Db,
  responseId: number,
): Promise<AttachmentForReview[]> {
  return selectAttachmentsOfResponse(db, responseId);
}

/** A file that was sent, with the response it belongs to and its media type. Who may see it is that response's to say. */
export async function findSentAttachment(
  db: Db,
  publicId: string,
): Promise<SentAttachment | undefined> {
  return selectSentAttachment(db, publicId);
}

/** The text taken out of one of a response's files; undefined where there is none. */
export async function findAttachmentText(
  db: Db,
  source: { responseId: number; attachmentId: number },
): Promise<string | undefined> {
  return selectAttachmentText(db, source);
}
