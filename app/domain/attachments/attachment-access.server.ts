import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import type { AttachmentForReview } from "./attachments.ts";
import { selectSentAttachment } from "./attachments.queries.server.ts";

export type SentAttachment = AttachmentForReview & {
  responseId: number;
  reference: string;
  mediaType: string;
};

export type OpenOutcome =
  | { ok: true; attachment: SentAttachment }
  | { ok: false; reason: "not-found" }
  | {
      ok: false;
      reason: "infected" | "not-scanned";
      attachment: SentAttachment;
    };

/**
 * Lets a member of staff have a file's bytes, and writes down that they did. A
 * clean file opens; one that was not scanned opens only where they have said
 * that they accept that; an infected one never does.
 */
export async function openAttachmentForStaff(
  db: Db,
  open: {
    publicId: string;
    staffId: string;
    isUnscannedAccepted: boolean;
    now: Date;
  },
): Promise<OpenOutcome> {
  return db.transaction().execute(async (trx) => {
    const attachment = await selectSentAttachment(trx, open.publicId);
    if (!attachment) return { ok: false, reason: "not-found" };
    const { scanState } = attachment;
    if (scanState === "infected")
      return { ok: false, reason: "infected", attachment };
    const isClean = scanState === "clean";
    if (!isClean && !open.isUnscannedAccepted)
      return { ok: false, reason: "not-scanned", attachment };
    await recordEvent(trx, {
      at: open.now,
      actor: { kind: "staff", staffId: open.staffId },
      subject: { kind: "attachment", id: attachment.id },
      type: isClean ? "attachment.downloaded" : "attachment.opened-unscanned",
      details: { responseId: attachment.responseId },
    });
    return { ok: true, attachment };
  });
}
