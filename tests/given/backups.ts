import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { listMigrations } from "#app/db/migrate.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { makeBackup, type Backup } from "#app/domain/keeping/backup.server.ts";
import {
  decryptFile,
  encryptPieces,
  makeEncrypter,
} from "#app/domain/keeping/encryption.server.ts";
import type { KeepingError } from "#app/domain/keeping/keeping-errors.ts";
import {
  restoreBackup,
  type Restore,
} from "#app/domain/keeping/restore.server.ts";
import { packTar, unpackTar } from "#app/domain/keeping/tar.server.ts";
import { writeWhole } from "#app/domain/keeping/write-whole.server.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { makeTestFolder, openTestFile } from "./database.ts";
import { givenFolderStore, readAll } from "./stores.ts";

export const passphrase = "seven old lanterns under the bridge";
/** Deriving a key as slowly as in earnest would take a second each time. */
export const lock = { passphrase, workFactor: 4 };

export type GivenPortal = Awaited<ReturnType<typeof givenPortal>>;

/** A database and a folder with two calls, a response, and two drafts with a file each. */
export async function givenPortal() {
  const { db, file: databaseFile } = openTestFile();
  const { store, folder } = await givenFolderStore();
  await givenResponse(db, { call: await givenCall(db) });
  const call = await givenCall(db);
  const drafts = [];
  for (const words of ["The first file.", "Whispering reeds, a second file."]) {
    const { draft, holderKey } = await givenDraft(db, { call });
    const bytes = Buffer.from(`${words}\n`);
    const file = await givenDraftFile(db, store, { draftId: draft.id, bytes });
    drafts.push({ callId: call.id, holderKey, file });
  }
  const ids = await listFileIds(db);
  return { db, databaseFile, store, folder, drafts, ids };
}

export async function listFileIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("attachments")
    .select("public_id")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.public_id);
}

/** A backup of the portal, in a folder of its own. */
export async function backUp(
  { db, databaseFile, store }: GivenPortal,
  options: Partial<Backup> & { store?: AttachmentStore } = {},
) {
  const to = options.to ?? path.join(makeTestFolder(), "a.tar.age");
  const manifest = await makeBackup(
    {
      db,
      place: { file: databaseFile },
      store: options.store ?? store,
      workFolder: `${databaseFile}.backup-at-work`,
    },
    {
      ...{ to, lock, program: "0.1.0", secret: "a secret" },
      now: new Date("2026-11-26T03:00:00Z"),
      tell: () => undefined,
      ...options,
    },
  );
  return { to, manifest };
}

/** Where nothing is yet. */
export function emptyPlaces() {
  const folder = makeTestFolder();
  return {
    databaseFile: path.join(folder, "data", "heard.sqlite"),
    uploadsFolder: path.join(folder, "uploads"),
  };
}

type Options = Partial<Restore> & Partial<EmptyPlaces>;
export type EmptyPlaces = ReturnType<typeof emptyPlaces>;

export async function restore(from: string, options: Options = {}) {
  const { databaseFile, uploadsFolder } = { ...emptyPlaces(), ...options };
  const given = {
    ...{ from, opener: { passphrase } },
    to: { database: { file: databaseFile }, uploadsFolder },
    migrations: await listMigrations(),
    tell: () => undefined,
    ...options,
  };
  const manifest = await restoreBackup(given);
  return { databaseFile, uploadsFolder, manifest };
}

/** Why it was refused, and that nothing of it is left. */
export async function refusalOf(from: string, options: Options = {}) {
  const places = emptyPlaces();
  const problem = await restore(from, { ...places, ...options }).then(
    () => undefined,
    (error: unknown) => (error as KeepingError).problem,
  );
  const left = [
    ...listThere(path.dirname(places.databaseFile)),
    ...listThere(places.uploadsFolder),
  ];
  return { problem, left };
}

export function listThere(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

type Entries = Map<string, Buffer>;

/** The same archive with something changed by somebody who has the passphrase. */
export async function repack(
  from: string,
  change: (entries: Entries) => void,
): Promise<string> {
  const entries: Entries = new Map();
  for await (const { name, bytes } of unpackTar(
    decryptFile(from, { passphrase }),
  ))
    entries.set(name, await readAll(Readable.from(bytes)));
  change(entries);
  const packed = [...entries].map(([name, bytes]) => ({
    name,
    byteSize: bytes.byteLength,
    bytes: Readable.from([bytes]),
  }));
  const to = path.join(makeTestFolder(), "changed.tar.age");
  const pieces = packTar(Readable.from(packed), new Date());
  await writeWhole(to, await encryptPieces(makeEncrypter(lock), pieces));
  return to;
}

/** Changes one JSON file of the archive. */
export function changeJson(
  entries: Entries,
  name: string,
  change: (value: Record<string, unknown>) => void,
): void {
  const value = JSON.parse(String(entries.get(name))) as Record<
    string,
    unknown
  >;
  change(value);
  entries.set(name, Buffer.from(JSON.stringify(value)));
}
