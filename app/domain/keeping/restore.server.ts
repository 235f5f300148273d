import { mkdir, open, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
  type DatabasePlace,
  openDatabaseReadOnly,
} from "#app/db/connection.server.ts";
import { codeOf } from "#app/db/cannot-save.ts";
import type { Db } from "#app/db/schema.ts";
import { listPromisedFiles } from "#app/domain/attachments/promised-files.server.ts";
import { isPublicId } from "#app/domain/attachments/stored-files.ts";
import { readFacts } from "./database-facts.server.ts";
import type { Opener } from "./encryption.server.ts";
import { KeepingError } from "./keeping-errors.ts";
import { databaseName, fileNamed, type Manifest } from "./manifest.ts";
import {
  assertTakesRows,
  type Destination,
  type Halfway,
  isThere,
  placeRestored,
} from "./place-restored.server.ts";
import { readBackup } from "./read-backup.server.ts";
import type { Packed } from "./tar.server.ts";
import { writeDurably } from "./write-whole.server.ts";

export type Restore = {
  from: string;
  opener: Opener;
  /** A file and a folder where nothing is yet, or a database and a bucket without anything in them. */
  to: Destination;
  /** Those that this program knows. */
  migrations: string[];
  tell: (byteSize: number) => void;
  signal?: AbortSignal;
};

/**
 * Puts a backup where there is nothing, on whichever engine it was made. All of
 * it is unpacked beside its place and checked there: each hash, the database,
 * the chain of events, the file of each row. Then the files take their names,
 * and last the rows: where there are none nothing has been restored.
 *
 * @throws a KeepingError where something is in the way or not as the manifest says; then nothing is left of it.
 */
export async function restoreBackup(restore: Restore): Promise<Manifest> {
  const { to } = restore;
  const halfway = halfwayTo(to);
  await refuseWhatIsThere(to, halfway);
  for (const folder of [to.uploadsFolder, path.dirname(halfway.databaseFile)])
    await mkdir(folder, { recursive: true, mode: 0o700 });
  await claim(halfway);
  try {
    const manifest = await readBackup(restore.from, {
      ...restore,
      receive: (entry) => receive(entry, halfway, restore.signal),
    });
    await assertAsTold(halfway.databaseFile, manifest);
    await placeRestored(halfway, to, manifest);
    return manifest;
  } finally {
    await rm(halfway.filesFolder, { recursive: true, force: true });
    for (const ending of sqliteEndings)
      await rm(`${halfway.databaseFile}${ending}`, { force: true });
  }
}

const sqliteEndings = ["", "-wal", "-shm"];

/** Beside its place, so that it takes its name at once; on its way to a PostgreSQL among the files. */
function halfwayTo({ database, uploadsFolder }: Destination): Halfway {
  const besideFiles = path.join(uploadsFolder, ".restoring");
  return {
    databaseFile:
      "url" in database
        ? `${besideFiles}.sqlite`
        : `${database.file}.restoring`,
    filesFolder: besideFiles,
  };
}

/** What was left by a restore that was killed is in the way too: another may be at it now. */
async function refuseWhatIsThere(to: Destination, halfway: Halfway) {
  const { database } = to;
  const files = [
    ...("url" in database
      ? []
      : sqliteEndings.map((ending) => `${database.file}${ending}`)),
    halfway.databaseFile,
    halfway.filesFolder,
  ];
  for (const file of files) if (await isThere(file)) refuse(file);
  if ("url" in database) await refuseRows(database);
  if (!to.bucket) await refuseFiles(to.uploadsFolder);
}

/** Of two restores that looked at once one has it. */
async function claim({ databaseFile, filesFolder }: Halfway): Promise<void> {
  await asInTheWay(filesFolder, () => mkdir(filesFolder, { mode: 0o700 }));
  try {
    const handle = await asInTheWay(databaseFile, () =>
      open(databaseFile, "wx", 0o600),
    );
    await handle.close();
  } catch (error) {
    await rm(filesFolder, { recursive: true, force: true });
    throw error;
  }
}

async function asInTheWay<Result>(
  place: string,
  make: () => Promise<Result>,
): Promise<Result> {
  return make().catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
    return refuse(place);
  });
}

function refuse(found: string): never {
  throw new KeepingError({ reason: "in-the-way", path: found });
}

async function refuseRows(database: DatabasePlace) {
  const db = openDatabaseReadOnly(database);
  try {
    await assertTakesRows(db);
  } finally {
    await db.destroy();
  }
}

async function refuseFiles(uploadsFolder: string) {
  if (!(await isThere(uploadsFolder))) return;
  for (const name of await readdir(uploadsFolder)) {
    const found = path.join(uploadsFolder, name);
    if (name === ".gitkeep") continue;
    if (name === "staging" && (await readdir(found)).length === 0) continue;
    refuse(found);
  }
}

async function receive(
  { name, bytes }: Packed,
  to: Halfway,
  signal?: AbortSignal,
): Promise<void> {
  if (name === databaseName)
    return writeDurably(to.databaseFile, bytes, signal);
  const publicId = fileNamed(name) ?? "";
  // A name that no store gives out could lead out of the folder.
  if (!isPublicId(publicId)) throw new KeepingError({ reason: "not-a-backup" });
  return writeDurably(path.join(to.filesFolder, publicId), bytes, signal);
}

async function assertAsTold(
  databaseFile: string,
  manifest: Manifest,
): Promise<void> {
  const db = openDatabaseReadOnly({ file: databaseFile });
  try {
    const facts = await readFacts(db);
    for (const [what, told] of Object.entries(manifest.facts))
      if (!isDeepStrictEqual(facts[what as keyof typeof facts], told))
        throw new KeepingError({ reason: "other-facts", what });
    if (!(await hasFileOfEachRow(db, manifest)))
      throw new KeepingError({ reason: "other-facts", what: "files" });
  } finally {
    await db.destroy();
  }
}

/** All files of the manifest have been found in the archive by now, hashed. */
async function hasFileOfEachRow(db: Db, manifest: Manifest): Promise<boolean> {
  const hashes = new Map(
    manifest.files.map(({ publicId, sha256 }) => [publicId, sha256]),
  );
  const told = new Set([
    ...manifest.removed,
    ...manifest.lost.map(({ publicId }) => publicId),
  ]);
  for await (const { publicId, sha256 } of listPromisedFiles(db)) {
    if (told.has(publicId)) continue;
    if (hashes.get(publicId) !== sha256) return false;
  }
  return true;
}
