import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import { compareFiles, type FileComparison } from "./compare-files.server.ts";
import { removeStoredFiles } from "./keep-files.server.ts";
import { selectRowsOfFiles } from "./stored-files.queries.server.ts";

export type SweepOutcome = FileComparison & {
  deletedCount: number;
  /**
   * So many files have no row that the database is more likely to be another
   * one: an empty one, an older one, or that of another portal in the same bucket.
   */
  isHeldBack: boolean;
};

const batchSize = 200;

/**
 * Deletes the files that have had no row for a day: of a server that was killed
 * between the two, and of deletions that the store did not hear. Rows without
 * files are told and never touched.
 *
 * @param sweep.isDryRun says what would be deleted, and deletes nothing.
 * @param sweep.evenIfMany deletes although more than a tenth of the files have no row.
 */
export async function sweepOrphans(
  db: Db,
  store: AttachmentStore,
  sweep: { now: Date; isDryRun?: boolean; evenIfMany?: boolean },
): Promise<SweepOutcome> {
  const compared = await compareFiles(db, store, sweep.now);
  const isHeldBack =
    !sweep.evenIfMany && compared.orphanCount * 10 > compared.knownCount;
  const isLookedAtOnly = sweep.isDryRun || isHeldBack;
  let deletedCount = 0;
  const ids = isLookedAtOnly
    ? []
    : compared.orphans.map(({ publicId }) => publicId);
  for (let first = 0; first < ids.length; first += batchSize)
    deletedCount += await deleteStillUnknown(
      db,
      store,
      ids.slice(first, first + batchSize),
    );
  return { ...compared, deletedCount, isHeldBack };
}

/** Asks once more, in the last moment before they are gone for good. */
async function deleteStillUnknown(
  db: Db,
  store: AttachmentStore,
  publicIds: string[],
): Promise<number> {
  const rows = await selectRowsOfFiles(db, publicIds);
  const known = new Set(rows.map(({ publicId }) => publicId));
  const unknown = publicIds.filter((publicId) => !known.has(publicId));
  await removeStoredFiles(store, unknown);
  const left = await Promise.all(unknown.map((id) => store.find(id)));
  return left.filter((file) => !file).length;
}
