import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import type { Db } from "#app/db/schema.ts";
import { recordEvent } from "#app/domain/audit/audit.server.ts";
import {
  acceptedTypes,
  type AcceptedTypeId,
  typeOfMediaType,
} from "#app/domain/files/accepted-types.ts";
import {
  copyFile,
  type CopyOutcome,
} from "#app/domain/files/copy-file.server.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import { selectCopySubject, writeCopyRow } from "./copies.queries.server.ts";
import { removeStoredFiles } from "./keep-files.server.ts";
import { AttachmentStoreError, type StagedBytes } from "./stored-files.ts";

type Copying = {
  attachmentId: number;
  now: Date;
  /** How a copy is made; a test has one that needs no program. */
  copy?: typeof copyFile;
};

/**
 * The body of the job `attachment.copy`: makes the copy of a sent file that
 * others may see, and keeps it beside the original, which nothing changes.
 * Why there is none is written down as well, and staff see it.
 */
export async function copyAttachment(
  db: Db,
  store: AttachmentStore,
  { attachmentId, now, copy = copyFile }: Copying,
): Promise<void> {
  const subject = await selectCopySubject(db, attachmentId);
  if (!subject) return;
  const typeId = typeOfMediaType(subject.mediaType);
  const target = path.join(store.stagingFolder, `${randomUUID()}.part`);
  try {
    const outcome: CopyOutcome = typeId
      ? await store
          .withFile(subject, (source) => copy({ typeId, source, target }))
          .catch(failedForGood)
      : { state: "not-available", reason: "kind" };
    if (outcome.state === "made")
      await keepCopy(db, store, {
        ...{ attachmentId, now, typeId: outcome.typeId },
        staged: await stageCopy(target),
      });
    else await recordNoCopy(db, { attachmentId, now, outcome });
  } finally {
    await rm(target, { force: true });
  }
}

/** A file that is not what was stored, or not there, does not come back by waiting. */
function failedForGood(error: unknown): CopyOutcome {
  const isForGood =
    error instanceof AttachmentStoreError &&
    (error.reason === "missing" || error.reason === "damaged");
  if (!isForGood) throw error;
  return { state: "failed", reason: "unreadable" };
}

/** As durable as a file that came from outside. */
async function stageCopy(stagingPath: string): Promise<StagedBytes> {
  const handle = await open(stagingPath, "r+");
  try {
    await handle.chmod(0o600);
    await handle.sync();
    const { size: byteSize } = await handle.stat();
    const hash = createHash("sha256");
    for await (const piece of createReadStream(stagingPath))
      hash.update(piece as Buffer);
    return { stagingPath, byteSize, sha256: hash.digest("hex") };
  } finally {
    await handle.close();
  }
}

async function keepCopy(
  db: Db,
  store: AttachmentStore,
  keep: {
    attachmentId: number;
    now: Date;
    typeId: AcceptedTypeId;
    staged: StagedBytes;
  },
): Promise<void> {
  const { attachmentId, now, typeId, staged } = keep;
  const { publicId } = await store.keep(staged);
  const row = {
    ...{ attachment_id: attachmentId, state: "made" as const, reason: null },
    ...{ public_id: publicId, media_type: acceptedTypes[typeId].mediaType },
    ...{ byte_size: staged.byteSize, sha256: staged.sha256 },
    made_at: now.toISOString(),
  };
  const isRecorded = await db
    .transaction()
    .execute(async (trx) => {
      const isWritten = await writeCopyRow(trx, row);
      if (isWritten)
        await recordEvent(trx, {
          at: now,
          actor: { kind: "system" },
          subject: { kind: "attachment", id: attachmentId },
          type: "attachment.copied",
          details: { typeId },
        });
      return isWritten;
    })
    .catch(async (error: unknown) => {
      await removeStoredFiles(store, [publicId]);
      throw error;
    });
  if (!isRecorded) await removeStoredFiles(store, [publicId]);
}

async function recordNoCopy(
  db: Db,
  record: {
    attachmentId: number;
    now: Date;
    outcome: Exclude<CopyOutcome, { state: "made" }>;
  },
): Promise<void> {
  const { attachmentId, now, outcome } = record;
  const reason = "reason" in outcome ? outcome.reason : null;
  await db.transaction().execute(async (trx) => {
    const isWritten = await writeCopyRow(trx, {
      attachment_id: attachmentId,
      state: outcome.state,
      reason,
      public_id: null,
      media_type: null,
      byte_size: null,
      sha256: null,
      made_at: now.toISOString(),
    });
    if (!isWritten || outcome.state === "not-needed") return;
    await recordEvent(trx, {
      at: now,
      actor: { kind: "system" },
      subject: { kind: "attachment", id: attachmentId },
      type: "attachment.not-copied",
      details: { reason },
    });
  });
}
