import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import {
  noScanner,
  type ScanVerdict,
  type Scanner,
} from "#app/domain/files/scan-file.server.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import type { ScanState } from "./attachments.ts";
import { selectScanSubject, updateScanState } from "./jobs.queries.server.ts";

/** The scanner is there and did not answer as it should: the job is tried again later. */
export class ScannerUnavailableError extends Error {
  override name = "ScannerUnavailableError";
}

/**
 * The body of the job `attachment.scan`. Only a scanner's whole word makes a
 * file clean; everything else is written down as `not-scanned` with its reason.
 *
 * @throws ScannerUnavailableError after that is written down, where trying again may help.
 */
export async function scanAttachment(
  db: Db,
  store: AttachmentStore,
  scanner: Scanner,
  scan: { attachmentId: number; now: Date },
): Promise<void> {
  const subject = await selectScanSubject(db, scan.attachmentId);
  // It was removed meanwhile, or an earlier run of this job has its answer.
  if (!subject || isFinal(subject.scanState)) return;
  // Without a scanner nobody reads the file, so it need not be fetched.
  const verdict = await (scanner === noScanner
    ? scanner("")
    : store.withFile(subject, scanner));
  await db.transaction().execute(async (trx) => {
    const detail = detailOf(verdict);
    const isNews = await updateScanState(trx, {
      id: scan.attachmentId,
      state: verdict.state,
      detail,
    });
    if (!isNews) return;
    await recordEvent(trx, {
      at: scan.now,
      actor: { kind: "system" },
      subject: { kind: "attachment", id: scan.attachmentId },
      type: `attachment.${verdict.state === "clean" ? "scanned-clean" : verdict.state}`,
      details: detail === null ? {} : { detail },
    });
  });
  if (mayHelpLater(verdict)) throw new ScannerUnavailableError();
}

const isFinal = (state: ScanState) => state === "clean" || state === "infected";

function detailOf(verdict: ScanVerdict): string | null {
  if (verdict.state === "infected") return verdict.signature;
  return verdict.state === "not-scanned" ? verdict.reason : null;
}

function mayHelpLater(verdict: ScanVerdict): boolean {
  return (
    verdict.state === "not-scanned" &&
    (verdict.reason === "unreachable" || verdict.reason === "unexpected-reply")
  );
}
