import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import {
  type DatabasePlace,
  openDatabaseReadOnly,
} from "#app/db/connection.server.ts";
import { copyDatabase } from "#app/db/copy-database.server.ts";
import type { Db } from "#app/db/schema.ts";
import { listMigrations, selectMigrationsRun } from "#app/db/migrate.server.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { markSecret, readFacts } from "./database-facts.server.ts";
import {
  encryptPieces,
  type Lock,
  makeEncrypter,
} from "./encryption.server.ts";
import { KeepingError } from "./keeping-errors.ts";
import { hashOnTheWay } from "./hash-on-the-way.server.ts";
import {
  type About,
  aboutName,
  databaseName,
  type DatabaseFacts,
  type Manifest,
  manifestName,
} from "./manifest.ts";
import { packFiles } from "./pack-files.server.ts";
import { type Packed, packTar } from "./tar.server.ts";
import { withWorkFolder } from "./work-folder.server.ts";
import { writeWhole } from "./write-whole.server.ts";

/** How far it is; `part` of 1. Of files it is told after each. */
export type Tell = (
  step: "database" | "checks" | "files",
  part: number,
) => void;

type Surroundings = {
  /** As it is now, beside the copy: whether a row is still there. */
  db: Db;
  place: DatabasePlace;
  store: AttachmentStore;
  /** Where the copy lies meanwhile: there is none yet, and what it lies in is this user's. */
  workFolder: string;
};

export type Backup = {
  /** A file that is not there. */
  to: string;
  lock: Lock;
  program: string;
  secret: string;
  now: Date;
  tell: Tell;
  signal?: AbortSignal;
};

/**
 * Puts the database as it is at one moment, and each file that it names, into
 * one encrypted archive, while the portal goes on. Files are on disk before
 * their rows and go after them, so the database is copied first; what was deleted
 * until its turn came is told in the manifest. Until it is whole the archive has
 * another name.
 *
 * A broken chain, a damaged database or a lost file is backed up as it is and told.
 */
export async function makeBackup(
  { db, place, store, workFolder }: Surroundings,
  backup: Backup,
): Promise<Manifest> {
  const encrypter = makeEncrypter(backup.lock);
  if ("url" in place) await assertKnown(db);
  return withWorkFolder(workFolder, async (folder) => {
    const copyFile = path.join(folder, databaseName);
    await copyDatabase({ db, place }, copyFile, (part) => {
      backup.signal?.throwIfAborted();
      backup.tell("database", part);
    });
    const copy = openDatabaseReadOnly({ file: copyFile });
    try {
      const contents = await describeCopy(copy, { copyFile, backup });
      const entries = packAll({ db, copy, store }, contents);
      const pieces = packTar(entries, backup.now);
      await writeWhole(
        backup.to,
        await encryptPieces(encrypter, pieces),
        backup.signal,
      );
      if (!contents.manifest) throw new Error("The archive has no manifest");
      return contents.manifest;
    } finally {
      await copy.destroy();
    }
  });
}

/** A copy of its rows is made in tables of the program's own. */
async function assertKnown(db: Db): Promise<void> {
  const known = await listMigrations();
  const run = await selectMigrationsRun(db);
  const migration = run.find((name) => !known.includes(name));
  if (migration !== undefined)
    throw new KeepingError({ reason: "database-newer", migration });
}

type Contents = {
  copyFile: string;
  about: About;
  facts: DatabaseFacts;
  backup: Backup;
  /** Known when all the rest has been packed. */
  manifest?: Manifest;
};

async function describeCopy(
  copy: Db,
  { copyFile, backup }: Pick<Contents, "copyFile" | "backup">,
): Promise<Contents> {
  backup.tell("checks", 0);
  const about: About = {
    format: 1,
    program: backup.program,
    migrations: await selectMigrationsRun(copy),
    madeAt: backup.now.toISOString(),
  };
  const facts = await readFacts(copy);
  backup.tell("checks", 1);
  return { copyFile, about, facts, backup };
}

type Places = { db: Db; copy: Db; store: AttachmentStore };

async function* packAll(
  places: Places,
  contents: Contents,
): AsyncGenerator<Packed> {
  const { about, facts, backup } = contents;
  yield packJson(aboutName, about);
  const { size } = await stat(contents.copyFile);
  const database = hashOnTheWay(createReadStream(contents.copyFile));
  yield { name: databaseName, byteSize: size, bytes: database.bytes };
  const manifest: Manifest = {
    ...about,
    database: database.result(),
    facts,
    ...{ files: [], removed: [], lost: [] },
    secretMark: markSecret(backup.secret),
  };
  yield* packFiles(places, manifest, (part) => backup.tell("files", part));
  contents.manifest = manifest;
  yield packJson(manifestName, manifest);
}

function packJson(name: string, value: About | Manifest): Packed {
  const bytes = Buffer.from(JSON.stringify(value));
  return { name, byteSize: bytes.byteLength, bytes: Readable.from([bytes]) };
}
