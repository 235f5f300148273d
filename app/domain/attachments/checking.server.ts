import type { Db, Trx } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import { readFlags } from "#app/domain/files/findings.ts";
import { inspectLater } from "#app/domain/files/inspect-file.server.ts";
import type { Inspection } from "#app/domain/files/inspection.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import { ownCheckFinding } from "./attachments.ts";
import {
  selectCheckSubject,
  updateFlags,
  updateScanState,
} from "./jobs.queries.server.ts";

/** There was no time for the file again: the job is tried again later, and left for staff to see after a few times. */
export class StillUncheckedError extends Error {
  override name = "StillUncheckedError";
}

/**
 * The body of the job `attachment.check`: looks into a sent file for which there
 * was no time when it came. What is found takes the place of the flag
 * `not-checked`. What would have been refused stays, because its sender was told
 * that it is here: staff are told, and open it only after they have read so.
 *
 * @throws StillUncheckedError where there was no time again.
 */
export async function checkAttachment(
  db: Db,
  store: AttachmentStore,
  check: { attachmentId: number; now: Date },
): Promise<void> {
  const { attachmentId: id, now } = check;
  const subject = await selectCheckSubject(db, id);
  if (!subject || !readFlags(subject.flags).includes("not-checked")) return;
  const inspection = await store.withFile(subject, (path) =>
    inspectLater(path, subject.name),
  );
  if (!inspection) throw new StillUncheckedError();
  await db
    .transaction()
    .execute((trx) =>
      recordCheck(trx, { id, from: subject.flags, inspection, now }),
    );
}

async function recordCheck(
  trx: Trx,
  check: { id: number; from: string; inspection: Inspection; now: Date },
): Promise<void> {
  const { id, inspection } = check;
  const to = inspection.ok ? inspection.flags : (["not-acceptable"] as const);
  if (!(await updateFlags(trx, { ...check, to }))) return;
  if (!inspection.ok && inspection.reason === "malware")
    await updateScanState(trx, {
      id,
      state: "infected",
      detail: ownCheckFinding,
    });
  await recordEvent(trx, {
    at: check.now,
    actor: { kind: "system" },
    subject: { kind: "attachment", id },
    type: "attachment.checked",
    details: inspection.ok
      ? { flags: inspection.flags }
      : { refusal: inspection.reason },
  });
}
