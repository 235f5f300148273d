import type { Db } from "#app/db/schema.ts";
import type {
  AttachmentLimits,
  AttachmentRefusal,
  AttachmentSummary,
  StagedFile,
} from "../attachments/attachments.ts";
import {
  attachStagedFiles,
  countDraftBytes,
  removeStagedFiles,
  selectDraftAttachments,
} from "../attachments/attachments.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import { findDraftHead } from "./drafts.server.ts";

/** A file that a script sends by itself, before any of it has come. */
export type AnnouncedFile = { questionId: string; byteSize: number };

/** What is on its way to the same draft already. */
export type OnTheWay = { questionId: string; byteSize: number }[];

/**
 * Whether a file may be sent to a draft, told before its bytes are on their way.
 * What is true then is asked again when it has come.
 *
 * @returns why not.
 */
export async function refusalOfAnnounced(
  db: Db,
  announced: AnnouncedFile & {
    draftId: number;
    onTheWay: OnTheWay;
    limits: AttachmentLimits;
  },
): Promise<"too-big" | "too-many" | "draft-full" | undefined> {
  const { draftId, questionId, byteSize, onTheWay, limits } = announced;
  if (byteSize > limits.maxFileBytes) return "too-big";
  const { [questionId]: there = [] } = await selectDraftAttachments(
    db,
    draftId,
  );
  const coming = onTheWay.filter((file) => file.questionId === questionId);
  if (there.length + coming.length >= limits.maxFiles) return "too-many";
  const comingBytes = onTheWay.reduce((sum, file) => sum + file.byteSize, 0);
  const bytes = (await countDraftBytes(db, draftId)) + comingBytes + byteSize;
  return bytes > limits.maxDraftBytes ? "draft-full" : undefined;
}

/** Whose file it is, and which draft it is for. */
type UploadTo = {
  callId: number;
  /** The draft's public id. */
  draftId: string;
  holderKey: string;
  now: Date;
};

/** The draft, where files of this browser's may still come for it: it was neither sent, deleted nor taken off the browser since the file began to come. */
export async function findOpenDraft(
  db: Db,
  { draftId, ...of }: UploadTo,
): Promise<{ id: number } | undefined> {
  return findDraftHead(db, { ...of, named: { publicId: draftId } });
}

export type UploadOutcome =
  | { ok: true; attachment: AttachmentSummary }
  | { ok: false; refusal: AttachmentRefusal };

/**
 * Takes a file that has come whole into its draft, as a form's files are taken.
 * The staged file is gone afterwards, whatever happened.
 */
export async function attachUpload(
  db: Db,
  store: AttachmentStore,
  upload: UploadTo & { stagedFile: StagedFile; limits: AttachmentLimits },
): Promise<UploadOutcome> {
  const { stagedFile, limits, ...to } = upload;
  const draft = await findOpenDraft(db, to);
  if (!draft) {
    await removeStagedFiles([stagedFile]);
    const { originalName: name } = stagedFile;
    return { ok: false, refusal: { name, reason: "not-taken" } };
  }
  const { attached, refusals } = await attachStagedFiles(db, store, {
    draftId: draft.id,
    questionId: stagedFile.questionId,
    stagedFiles: [stagedFile],
    limits,
    now: to.now,
  });
  const [attachment] = attached;
  const [refusal] = refusals;
  if (attachment) return { ok: true, attachment };
  const { originalName: name } = stagedFile;
  return { ok: false, refusal: refusal ?? { name, reason: "not-received" } };
}
