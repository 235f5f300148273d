import { lstat, rename, rm } from "node:fs/promises";
import path from "node:path";
import {
  isDuplicate,
  NotAloneError,
  restoreAlone,
} from "#app/db/alone.server.ts";
import {
  copyAndCompare,
  CopyDiffersError,
} from "#app/db/copy-database.server.ts";
import {
  type DatabasePlace,
  openDatabase,
  openDatabaseReadOnly,
} from "#app/db/connection.server.ts";
import { migrateAs, selectMigrationsRun } from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import {
  fsyncFolder,
  openFolderStore,
} from "#app/domain/attachments/folder-store.server.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { assertEmpty } from "./ends-of-move.server.ts";
import { KeepingError } from "./keeping-errors.ts";
import type { Manifest } from "./manifest.ts";
import { moveFiles } from "./move-files.server.ts";

/** What has been unpacked and checked, and has not its place yet. */
export type Halfway = { databaseFile: string; filesFolder: string };

export type Destination = {
  database: DatabasePlace;
  /** Files go there, or, where a bucket is given, are only unpacked there. */
  uploadsFolder: string;
  bucket?: AttachmentStore | undefined;
};

/** A link to what is not there counts: it would be written over, or through. */
export async function isThere(place: string): Promise<boolean> {
  return lstat(place).then(
    () => true,
    () => false,
  );
}

const patienceMilliseconds = 10 * 60_000;

/**
 * Files first, rows last: where there are no rows, nothing has been restored.
 * What fails takes the files away again.
 */
export async function placeRestored(
  halfway: Halfway,
  to: Destination,
  manifest: Manifest,
): Promise<void> {
  const { database } = to;
  if (!("url" in database))
    return placeAll(halfway, to, {
      manifest,
      async placeDatabase() {
        // A server may have been started meanwhile, and have made one.
        if (await isThere(database.file))
          throw new KeepingError({
            reason: "in-the-way",
            path: database.file,
          });
        await rename(halfway.databaseFile, database.file);
        await fsyncFolder(path.dirname(database.file));
      },
    });
  const rows = openDatabase(database, { patienceMilliseconds });
  try {
    await restoreAlone(rows, async () => {
      // Another may have ended while this one was unpacked: its files stay.
      await assertTakesRows(rows, manifest.migrations);
      await placeAll(halfway, to, {
        manifest,
        placeDatabase: () => fillPostgres(halfway.databaseFile, rows, manifest),
      });
    });
  } catch (error) {
    if (!(error instanceof NotAloneError)) throw error;
    throw new KeepingError({ reason: "restored-meanwhile" });
  } finally {
    await rows.destroy();
  }
}

type Placing = { manifest: Manifest; placeDatabase: () => Promise<void> };

async function placeAll(
  halfway: Halfway,
  to: Destination,
  { manifest, placeDatabase }: Placing,
): Promise<void> {
  const takeBack = to.bucket
    ? await putIntoBucket(halfway, to.bucket, manifest)
    : await putIntoFolder(halfway, to.uploadsFolder, manifest);
  try {
    await placeDatabase();
  } catch (error) {
    await takeBack().catch(() => undefined);
    throw error;
  }
}

type TakeBack = () => Promise<void>;

async function putIntoFolder(
  { filesFolder }: Halfway,
  uploadsFolder: string,
  { files }: Manifest,
): Promise<TakeBack> {
  const moved: string[] = [];
  const takeBack = async () => {
    for (const place of moved) await rm(place, { force: true });
  };
  try {
    for (const { publicId } of files) {
      const place = path.join(uploadsFolder, publicId);
      await rename(path.join(filesFolder, publicId), place);
      moved.push(place);
    }
    await fsyncFolder(uploadsFolder);
  } catch (error) {
    await takeBack();
    throw error;
  }
  return takeBack;
}

/**
 * A bucket may have files of the same backup, and nothing else: what came before
 * it was cut off, or what a portal still has whose database was lost. Whatever
 * becomes of the rows, they stay.
 */
async function putIntoBucket(
  { databaseFile, filesFolder }: Halfway,
  bucket: AttachmentStore,
  manifest: Manifest,
): Promise<TakeBack> {
  const before = await listOnlyOf(manifest, bucket);
  const takeBack = async () => {
    for (const { publicId } of manifest.files)
      if (!before.has(publicId)) await bucket.remove(publicId);
  };
  const db = openDatabaseReadOnly({ file: databaseFile });
  try {
    const stores = { from: await openFolderStore(filesFolder), to: bucket };
    await moveFiles(db, stores, { tell: () => undefined });
  } catch (error) {
    await takeBack().catch(() => undefined);
    throw error;
  } finally {
    await db.destroy();
  }
  return takeBack;
}

/** @throws a KeepingError where a file is there that is none of the backup's. */
async function listOnlyOf(
  { files }: Manifest,
  bucket: AttachmentStore,
): Promise<Set<string>> {
  const ours = new Set(files.map(({ publicId }) => publicId));
  const there = new Set<string>();
  let fileCount = 0;
  for await (const { publicId } of bucket.list()) {
    there.add(publicId);
    if (!ours.has(publicId)) fileCount += 1;
  }
  if (fileCount > 0)
    throw new KeepingError({ reason: "target-has-files", fileCount });
  return there;
}

/** @throws a KeepingError where there are rows, or the tables of another version. */
export async function assertTakesRows(
  db: Db,
  migrations?: string[],
): Promise<void> {
  const run = await selectMigrationsRun(db);
  if (run.length === 0) return;
  await assertEmpty(db);
  if (!migrations) return;
  const other =
    migrations.find((name) => !run.includes(name)) ??
    run.find((name) => !migrations.includes(name));
  if (other !== undefined)
    throw new KeepingError({ reason: "target-other-schema", migration: other });
}

/** All rows in one transaction, and compared before it ends. */
async function fillPostgres(
  from: string,
  to: Db,
  { migrations, facts }: Manifest,
): Promise<void> {
  const source = openDatabaseReadOnly({ file: from });
  try {
    await migrateAs(to, migrations);
    await to.transaction().execute(async (trx) => {
      await assertEmpty(trx);
      await copyAndCompare(source, trx, () => undefined);
      const chain = await verifyChain(trx);
      if (chain.ok && chain.lastHash !== facts.lastHash)
        throw new KeepingError({ reason: "other-facts", what: "chain" });
    });
  } catch (error) {
    // A server that is started on it notes its secret at once.
    if (error instanceof CopyDiffersError || isDuplicate(error))
      throw new KeepingError({ reason: "written-meanwhile" });
    throw error;
  } finally {
    await source.destroy();
  }
}
