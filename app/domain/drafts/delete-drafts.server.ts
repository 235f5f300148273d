import { removeUnfinishedFiles } from "../attachments/unfinished-files.server.ts";
import { CannotSaveError } from "#app/db/cannot-save.ts";
import { emptyWriteAheadLog } from "#app/db/write-ahead-log.server.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import {
  removeAttachmentsOfDraft,
  removeStoredFiles,
} from "../attachments/attachments.server.ts";
import type { AttachmentStore } from "../attachments/attachment-store.server.ts";
import type { Actor } from "../audit/audit.ts";
import { recordEvent } from "../audit/audit.server.ts";
import {
  deleteDraftRow,
  selectExpiredDrafts,
} from "./drafts.queries.server.ts";
import { findDraftHead } from "./drafts.server.ts";

const draftsPerBatch = 50;

/**
 * Deletes the holder's unsent draft for a call with its files, at once and for good.
 *
 * @returns whether there was one.
 */
export async function deleteDraft(
  db: Db,
  store: AttachmentStore,
  of: {
    callId: number;
    holderKey: string;
    /** The draft that was asked about: every other one stays. Without it the only one. */
    publicId?: string | undefined;
    now: Date;
  },
): Promise<boolean> {
  const deleted = await db.transaction().execute(async (trx) => {
    const { publicId } = of;
    const named = publicId === undefined ? undefined : { publicId };
    const draft = await findDraftHead(trx, { ...of, named });
    if (!draft) return undefined;
    const publicIds = await deleteDraftWithin(trx, {
      draftId: draft.id,
      type: "draft.deleted",
      actor: { kind: "respondent" },
      now: of.now,
    });
    return { publicIds, draftId: draft.publicId };
  });
  if (!deleted) return false;
  await removeStoredFiles(store, deleted.publicIds);
  await removeUnfinishedFiles(store.stagingFolder, deleted.draftId);
  await emptyWriteAheadLog(db);
  return true;
}

async function deleteDraftWithin(
  trx: Trx,
  deletion: { draftId: number; type: string; actor: Actor; now: Date },
): Promise<string[]> {
  const publicIds = await removeAttachmentsOfDraft(trx, deletion);
  await deleteDraftRow(trx, deletion.draftId);
  await recordEvent(trx, {
    at: deletion.now,
    actor: deletion.actor,
    subject: { kind: "draft", id: deletion.draftId },
    type: deletion.type,
    details: { fileCount: publicIds.length },
  });
  return publicIds;
}

/** More than these, and something is wrong that is not theirs. */
const mostStuck = 50;

/**
 * Deletes drafts that nobody has saved for `draftLifetimeDays`, with their
 * files, and the rows that tie a browser to a response it sent, once their 24
 * hours are over. The worker runs it now and then. One that cannot be deleted
 * is told to `onStuck`, and holds up nobody else's.
 *
 * @returns how many drafts were deleted, those already sent not counted.
 */
export async function deleteExpiredDrafts(
  db: Db,
  store: AttachmentStore,
  now: Date,
  onStuck: (error: unknown) => void = (error) => {
    throw error;
  },
): Promise<number> {
  let deletedCount = 0;
  let limit = draftsPerBatch;
  const exceptIds: number[] = [];
  for (;;) {
    const batch = { now: now.toISOString(), limit, exceptIds };
    const deleted = await deleteBatch(db, batch).catch(async (error) => {
      if (error instanceof CannotSaveError || exceptIds.length >= mostStuck)
        throw error;
      if (limit > 1) return undefined;
      const [stuck] = await selectExpiredDrafts(db, batch);
      if (stuck) exceptIds.push(stuck.id);
      onStuck(error);
      return undefined;
    });
    if (deleted) {
      await removeStoredFiles(store, deleted.publicIds);
      deletedCount += deleted.draftCount;
      if (deleted.rowCount < limit) break;
    }
    // One by one it is seen which of them cannot be deleted.
    else limit = 1;
  }
  await emptyWriteAheadLog(db);
  return deletedCount;
}

type Batch = Parameters<typeof selectExpiredDrafts>[1];

async function deleteBatch(db: Db, batch: Batch) {
  return db.transaction().execute(async (trx) => {
    const drafts = await selectExpiredDrafts(trx, batch);
    const publicIds: string[] = [];
    for (const draft of drafts) {
      if (draft.submitted_at !== null) await deleteDraftRow(trx, draft.id);
      else
        publicIds.push(
          ...(await deleteDraftWithin(trx, {
            draftId: draft.id,
            type: "draft.expired",
            actor: { kind: "system" },
            now: new Date(batch.now),
          })),
        );
    }
    const unsent = drafts.filter((draft) => draft.submitted_at === null);
    return {
      draftCount: unsent.length,
      rowCount: drafts.length,
      publicIds,
    };
  });
}
