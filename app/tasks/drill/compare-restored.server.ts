import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { openDatabaseReadOnly } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { listPromisedFiles } from "#app/domain/attachments/promised-files.server.ts";
import { readFacts } from "#app/domain/keeping/database-facts.server.ts";
import { isSound, type Manifest } from "#app/domain/keeping/manifest.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import type { Acknowledged } from "./portal-at-work.server.ts";

type Restored = { databaseFile: string; uploadsFolder: string };
type Told = {
  manifest: Manifest;
  /** Acknowledged before the backup began. */
  promised: Acknowledged[];
};

/** Where what was restored is not what its manifest says, or lacks what was promised to anybody; in words. */
export async function findDifferences(
  { databaseFile, uploadsFolder }: Restored,
  { manifest, promised }: Told,
): Promise<string[]> {
  const db = openDatabaseReadOnly({ file: databaseFile });
  try {
    const facts = await readFacts(db);
    const hashes = await hashFolder(uploadsFolder);
    return [
      ...(isSound(manifest) ? [] : ["what was backed up was not sound"]),
      ...(isDeepStrictEqual(facts, manifest.facts)
        ? []
        : ["rows, chain or checks are not as the manifest says"]),
      ...findFileDifferences(hashes, manifest),
      ...(await findRowsWithoutFiles(db, { hashes, manifest })),
      ...(await findMissing(db, { hashes, promised })),
    ];
  } finally {
    await db.destroy();
  }
}

/** The hash of each file by its name. */
async function hashFolder(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const bytes = await readFile(path.join(folder, name));
    hashes.set(name, createHash("sha256").update(bytes).digest("hex"));
  }
  return hashes;
}

function findFileDifferences(
  hashes: Map<string, string>,
  { files }: Manifest,
): string[] {
  const faults = files
    .filter(({ publicId, sha256 }) => hashes.get(publicId) !== sha256)
    .map(({ publicId }) => `the file ${publicId} is not as the manifest says`);
  return hashes.size === files.length
    ? faults
    : [...faults, `${hashes.size} files, and ${files.length} in the manifest`];
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
