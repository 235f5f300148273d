import type { Db } from "#app/db/schema.ts";
import {
  addAttachmentToResponse,
  type AddOutcome,
  type NewAttachment,
} from "../attachments/attach-to-response.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { SentAttachment } from "../attachments/attachments.ts";
import { findSentAttachment } from "../attachments/attachments.server.ts";
import { isReasonToHold } from "../files/findings.ts";
import { recordEvent } from "../audit/audit.server.ts";
import { addToAttachmentCount } from "./changes.queries.server.ts";
import type { Viewer } from "./visible-responses.ts";
import { selectVisibleByIds } from "./visible-responses.queries.server.ts";

export type FileForStaff = SentAttachment & { reference: string };

export type OpenOutcome =
  | { ok: true; attachment: FileForStaff }
  | { ok: false; reason: "not-found" }
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

/**
 * Lets a member of staff have a file's bytes, and writes down that they did. A
 * clean file opens; one that was not scanned, not checked yet, or would not have been taken, opens
 * only where they have said that they accept that; an infected one never does.
 */
export async function openFileForStaff(
  db: Db,
  open: {
    publicId: string;
    viewer: Viewer;
    isUnscannedAccepted: boolean;
    now: Date;
  },
): Promise<OpenOutcome> {
  return db.transaction().execute(async (trx) => {
    const attachment = await findFileForStaff(trx, open);
    if (!attachment) return { ok: false, reason: "not-found" };
    const { scanState } = attachment;
    if (scanState === "infected")
      return { ok: false, reason: "infected", attachment };
    const isClean =
      scanState === "clean" && !attachment.flags.some(isReasonToHold);
    if (!isClean && !open.isUnscannedAccepted)
      return { ok: false, reason: "not-scanned", attachment };
    await recordEvent(trx, {
      at: open.now,
      actor: { kind: "staff", staffId: open.viewer.staffId },
      subject: { kind: "attachment", id: attachment.id },
      type: isClean ? "attachment.downloaded" : "attachment.opened-unscanned",
      details: { responseId: attachment.responseId },
    });
    return { ok: true, attachment };
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
