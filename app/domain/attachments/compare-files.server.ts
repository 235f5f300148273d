import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "./attachment-store.server.ts";
import { listFileRows } from "./promised-files.server.ts";
import { AttachmentStoreError, type StoredObject } from "./stored-files.ts";
import {
  countFileRows,
  type FileRow,
  selectRowsOfFiles,
} from "./stored-files.queries.server.ts";

/** What a store has, held against what the rows say. */
export type FileComparison = {
  storedCount: number;
  storedBytes: number;
  /** Of those, how many have a row. */
  knownCount: number;
  /** Without a row and not a day old: their rows may be on the way. */
  youngCount: number;
  /** Without a row for a day and more: all of them, and as many of them as one sweep takes. */
  orphanCount: number;
  orphanBytes: number;
  orphans: StoredObject[];
  /** Rows whose file is not there, or has another length. */
  missing: FileRow[];
  otherLength: FileRow[];
};

export const orphanAgeMilliseconds = 24 * 60 * 60_000;
const batchSize = 500;
const mostOrphans = 10_000;
const askedAtOnce = 8;

/**
 * Holds every stored file against the rows, a batch at a time. A file is kept
 * before its row is written, so one without a row is an orphan only when no
 * request can still be about to write it.
 */
export async function compareFiles(
  db: Db,
  store: AttachmentStore,
  now: Date,
): Promise<FileComparison> {
  const found: FileComparison = {
    ...{ storedCount: 0, storedBytes: 0, knownCount: 0, youngCount: 0 },
    ...{ orphanCount: 0, orphanBytes: 0, orphans: [] },
    ...{ missing: [], otherLength: [] },
  };
  let batch: StoredObject[] = [];
  for await (const object of store.list()) {
    batch.push(object);
    if (batch.length < batchSize) continue;
    await compareBatch(db, batch, { found, now });
    batch = [];
  }
  await compareBatch(db, batch, { found, now });
  // Where each row has its file there is none to be looked for.
  if ((await countFileRows(db)) !== found.knownCount)
    found.missing = await findRowsWithoutFiles(db, store);
  return found;
}

async function compareBatch(
  db: Db,
  batch: StoredObject[],
  { found, now }: { found: FileComparison; now: Date },
) {
  const ids = batch.map(({ publicId }) => publicId);
  const rows = new Map(
    (await selectRowsOfFiles(db, ids)).map((row) => [row.publicId, row]),
  );
  for (const object of batch) {
    const row = rows.get(object.publicId);
    found.storedCount += 1;
    found.storedBytes += object.byteSize;
    if (row) {
      found.knownCount += 1;
      if (row.byteSize !== object.byteSize) found.otherLength.push(row);
    } else if (isOld(object, now)) {
      found.orphanCount += 1;
      found.orphanBytes += object.byteSize;
      if (found.orphans.length < mostOrphans) found.orphans.push(object);
    } else found.youngCount += 1;
  }
}

/** A time that cannot be read is no age. */
function isOld({ storedAt }: StoredObject, now: Date): boolean {
  return now.getTime() - storedAt.getTime() > orphanAgeMilliseconds;
}

async function findRowsWithoutFiles(
  db: Db,
  store: AttachmentStore,
): Promise<FileRow[]> {
  const missing: FileRow[] = [];
  for await (const rows of listFileRows(db)) {
    const without = await selectWithoutFile(store, rows);
    // A draft may have been deleted with its files since.
    const ids = without.map(({ publicId }) => publicId);
    missing.push(...(await selectRowsOfFiles(db, ids)));
  }
  return missing;
}

async function selectWithoutFile(
  store: AttachmentStore,
  rows: FileRow[],
): Promise<FileRow[]> {
  const without: FileRow[] = [];
  for (let first = 0; first < rows.length; first += askedAtOnce) {
    const some = rows.slice(first, first + askedAtOnce);
    const files = await Promise.all(
      some.map(({ publicId }) => store.find(publicId).catch(unlessNoId)),
    );
    without.push(...some.filter((_row, index) => !files[index]));
  }
  return without;
}

/** No store has a file under a name that none gives out. */
function unlessNoId(error: unknown): undefined {
  const isMissing =
    error instanceof AttachmentStoreError && error.reason === "missing";
  if (!isMissing) throw error;
}
