import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import {
  differingTables,
  digestTables,
} from "#app/db/compare-tables.server.ts";
import { openDatabaseReadOnly } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  type AttachmentStore,
  openAttachmentStore,
} from "#app/domain/attachments/attachment-store.server.ts";
import { listPromisedFiles } from "#app/domain/attachments/promised-files.server.ts";
import { AttachmentStoreError } from "#app/domain/attachments/stored-files.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { readFacts } from "#app/domain/keeping/database-facts.server.ts";
import { isSound, type Manifest } from "#app/domain/keeping/manifest.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import type { PortalPlace } from "./portal-place.ts";
import type { Acknowledged } from "./portal-at-work.server.ts";

type Told = {
  manifest: Manifest;
  /** The database as the archive has it. */
  archived: string;
  /** Acknowledged before the backup began. */
  promised: Acknowledged[];
};

/** Where what was restored is not what the archive says, or lacks what was promised to anybody; in words. */
export async function findDifferences(
  { database, files }: PortalPlace,
  { manifest, archived, promised }: Told,
): Promise<string[]> {
  const [db, copy] = [
    openDatabaseReadOnly(database),
    openDatabaseReadOnly({ file: archived }),
  ];
  try {
    const store = await openAttachmentStore(files, { tell: () => undefined });
    const hashes = await hashFiles(store, manifest);
    return [
      ...(isSound(manifest) ? [] : ["what was backed up was not sound"]),
      ...(await findRowDifferences(db, { copy, manifest })),
      ...(await findFileDifferences(store, { hashes, manifest })),
      ...(await findRowsWithoutFiles(db, { hashes, manifest })),
      ...(await findMissing(db, { hashes, promised })),
    ];
  } finally {
    await db.destroy();
    await copy.destroy();
  }
}

async function findRowDifferences(
  db: Db,
  { copy, manifest }: { copy: Db; manifest: Manifest },
): Promise<string[]> {
  const [here, there] = [await digest(db), await digest(copy)];
  const chain = await verifyChain(db);
  const { facts } = manifest;
  const isAsTold =
    isDeepStrictEqual(await readFacts(copy), facts) &&
    chain.ok &&
    chain.lastHash === facts.lastHash;
  return [
    ...differingTables(here, there).map(
      (table) => `the rows of ${table} are not those of the archive`,
    ),
    ...(isAsTold ? [] : ["rows, chain or checks are not as the manifest says"]),
  ];
}

const digest = (db: Db) => digestTables(db, () => undefined);

/** The hash of each file that the manifest names and the store has, by its name. */
async function hashFiles(
  store: AttachmentStore,
  { files }: Manifest,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const file of files) {
    const hash = createHash("sha256");
    try {
      for await (const piece of await store.open(file))
        hash.update(piece as Buffer);
      hashes.set(file.publicId, hash.digest("hex"));
    } catch (error) {
      if (!(error instanceof AttachmentStoreError)) throw error;
    }
  }
  return hashes;
}

async function findFileDifferences(
  store: AttachmentStore,
  { hashes, manifest }: { hashes: Map<string, string>; manifest: Manifest },
): Promise<string[]> {
  const { files } = manifest;
  const faults = files
    .filter(({ publicId, sha256 }) => hashes.get(publicId) !== sha256)
    .map(({ publicId }) => `the file ${publicId} is not as the manifest says`);
  const named = new Set(files.map(({ publicId }) => publicId));
  for await (const { publicId } of store.list())
    if (!named.has(publicId))
      faults.push(`the file ${publicId} is not in the manifest`);
  return faults;
}

async function findRowsWithoutFiles(
  db: Db,
  { hashes, manifest }: { hashes: Map<string, string>; manifest: Manifest },
): Promise<string[]> {
  const faults: string[] = [];
  for await (const { publicId, sha256 } of listPromisedFiles(db)) {
    const isThere = hashes.get(publicId) === sha256;
    if (!isThere && !manifest.removed.includes(publicId))
      faults.push(`the row of ${publicId} has no file`);
  }
  return faults;
}

const viewer = { staffId: "drill", role: "admin" } as const;

async function findMissing(
  db: Db,
  {
    hashes,
    promised,
  }: Pick<Told, "promised"> & { hashes: Map<string, string> },
): Promise<string[]> {
  const kept = new Set(hashes.values());
  const faults: string[] = [];
  for (const { reference, sha256 } of promised) {
    if (sha256 !== undefined && !kept.has(sha256))
      faults.push("a file is missing that was kept before the backup began");
    if (reference === undefined) continue;
    const seen = { reference, viewer, now: new Date() };
    if (!(await findVisibleResponse(db, seen)))
      faults.push(`${reference} is missing, sent before the backup began`);
  }
  return faults;
}
