import type { Readable } from "node:stream";
import type { Db } from "#app/db/schema.ts";
import {
  addAttachmentToResponse,
  type AddOutcome,
  type NewAttachment,
} from "../attachments/attach-to-response.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { SentAttachment } from "../attachments/attachments.ts";
import { findSentAttachment } from "../attachments/attachments.server.ts";
import {
  AttachmentStoreError,
  type ByteRange,
  type StoreProblem,
} from "../attachments/stored-files.ts";
import { isReasonToHold } from "../files/findings.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { addToAttachmentCount } from "./changes.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";
import { selectVisibleByIds } from "./visible-responses.queries.server.ts";

export type FileForStaff = SentAttachment & { reference: string };

export type OpenOutcome =
  | {
      ok: true;
      attachment: FileForStaff;
      range: ByteRange | undefined;
      bytes: Readable;
    }
  | { ok: false; reason: "not-found" }
  | {
      ok: false;
      reason: StoreProblem | "beyond";
      attachment: FileForStaff;
    }
  | { ok: false; reason: "infected" | "not-scanned"; attachment: FileForStaff };

/** A file that came with a response which the viewer sees; files of drafts are not staff's to open. */
export async function findFileForStaff(
  db: Db,
  { publicId, viewer }: { publicId: string; viewer: Viewer },
): Promise<FileForStaff | undefined> {
  const attachment = await findSentAttachment(db, publicId);
  if (!attachment) return undefined;
  const ids = [attachment.responseId];
  const [response] = await selectVisibleByIds(db, viewer, ids);
  return response && { ...attachment, reference: response.reference };
}

type FileOpening = {
  publicId: string;
  viewer: Viewer;
  isUnscannedAccepted: boolean;
  /** The part that is wanted, asked when the file is known; all of it where there is none. */
  rangeOf?: (file: FileForStaff) => ByteRange | "beyond" | undefined;
  now: Date;
};

/**
 * Lets a member of staff have a file's bytes, and writes down that they did. A
 * clean file opens; one that was not scanned, not checked yet, or would not have been taken, opens
 * only where they have said that they accept that; an infected one never does.
 * The bytes are there before it is written down, and whoever gets them ends their reading.
 */
export async function openFileForStaff(
  db: Db,
  store: AttachmentStore,
  opening: FileOpening,
): Promise<OpenOutcome> {
  const asked = judgeOpening(await findFileForStaff(db, opening), opening);
  if (!asked.ok) return asked;
  const { attachment } = asked;
  const range = opening.rangeOf?.(attachment);
  if (range === "beyond") return { ok: false, reason: "beyond", attachment };
  const opened = await store.open(attachment, range).catch(problemOf);
  if (typeof opened === "string")
    return { ok: false, reason: opened, attachment };
  try {
    // It may have been scanned, or taken back, while its bytes were fetched.
    const recorded = await recordOpening(db, opening);
    if (recorded.ok) return { ...recorded, range, bytes: opened };
    opened.destroy();
    return recorded;
  } catch (error) {
    opened.destroy();
    throw error;
  }
}

type Judged =
  | { ok: true; attachment: FileForStaff; isClean: boolean }
  | Exclude<OpenOutcome, { ok: true }>;

function judgeOpening(
  attachment: FileForStaff | undefined,
  { isUnscannedAccepted }: FileOpening,
): Judged {
  if (!attachment) return { ok: false, reason: "not-found" };
  const { scanState } = attachment;
  if (scanState === "infected")
    return { ok: false, reason: "infected", attachment };
  const isClean =
    scanState === "clean" && !attachment.flags.some(isReasonToHold);
  return isClean || isUnscannedAccepted
    ? { ok: true, attachment, isClean }
    : { ok: false, reason: "not-scanned", attachment };
}

function problemOf(error: unknown): StoreProblem {
  if (error instanceof AttachmentStoreError) return error.reason;
  throw error;
}

async function recordOpening(db: Db, opening: FileOpening): Promise<Judged> {
  return db.transaction().execute(async (trx) => {
    const judged = judgeOpening(await findFileForStaff(trx, opening), opening);
    if (!judged.ok) return judged;
    const { attachment, isClean } = judged;
    await recordEvent(trx, {
      at: opening.now,
      actor: { kind: "staff", staffId: opening.viewer.staffId },
      subject: { kind: "attachment", id: attachment.id },
      type: isClean ? "attachment.downloaded" : "attachment.opened-unscanned",
      details: { responseId: attachment.responseId },
    });
    return judged;
  });
}

/** Adds a file that came by another way than a form to a response that is there already, and counts it. */
export async function addFileToResponse(
  db: Db,
  store: AttachmentStore,
  add: Omit<NewAttachment, "countFile">,
): Promise<AddOutcome> {
  const countFile = addToAttachmentCount;
  return addAttachmentToResponse(db, store, { ...add, countFile });
}
