import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { generateIdentity, identityToRecipient } from "age-encryption";
import type { DatabasePlace } from "#app/db/connection.server.ts";
import { listMigrations } from "#app/db/migrate.server.ts";
import type { BucketSettings } from "#app/domain/attachments/bucket-line.server.ts";
import { databaseName, type Manifest } from "#app/domain/keeping/manifest.ts";
import { readBackup } from "#app/domain/keeping/read-backup.server.ts";
import { writeDurably } from "#app/domain/keeping/write-whole.server.ts";
import { findDifferences } from "./compare-restored.server.ts";
import { startWork } from "./portal-at-work.server.ts";
import { type PortalPlace, settingsOf } from "./portal-place.ts";

export type Drill = {
  writesPerSecond: number;
  /** How many seconds' writes there are before the backup begins, and after it has ended. */
  secondsAround: number;
  tell: (line: string) => void;
  /** The place of the portal, and the one that it is restored to. */
  from?: DrillPlace;
  to?: DrillPlace;
  /** What Node is given to run a command; as it was written where nothing is said. */
  fileOf?: (task: Task) => string[];
};

/** With nothing in it; what is not given is in a temporary folder. */
export type DrillPlace = {
  database?: DatabasePlace | undefined;
  bucket?: BucketSettings | undefined;
};

type Task = "backup" | "restore";

export type DrillResult = {
  /** What was found wrong, in words; empty is right. */
  faults: string[];
  /** As it came out. */
  writesPerSecond: number;
  /** Acknowledged before the backup began, and while it was made. */
  writesBefore: number;
  writesMeanwhile: number;
  manifest: Manifest;
};

/**
 * Backs up a portal that is at work, by the command that everybody uses,
 * restores it elsewhere by the other, and holds what came back against the
 * archive and against what was promised. What is in the drill's own temporary
 * folder is gone afterwards.
 */
export async function runDrill(drill: Drill): Promise<DrillResult> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "heard-drill-"));
  try {
    return await drillIn(folder, drill);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function drillIn(folder: string, drill: Drill): Promise<DrillResult> {
  const portal = placeIn(path.join(folder, "a"), drill.from);
  const restored = placeIn(path.join(folder, "b"), drill.to);
  const runTask = inProcess(drill.fileOf ?? asWritten);
  const key = await generateIdentity();
  const keyFile = path.join(folder, "key.txt");
  await writeFile(keyFile, `${key}\n`, { mode: 0o600 });
  const work = await startWork(portal, drill.writesPerSecond);
  drill.tell("A portal is at work.");
  const around = drill.writesPerSecond * drill.secondsAround;
  await work.waitFor(around);
  const promised = work.acknowledged.slice();
  const recipient = await identityToRecipient(key);
  await runTask("backup", portal, ["--to", folder, "--recipient", recipient]);
  const writesMeanwhile = work.acknowledged.length - promised.length;
  drill.tell(`Backed up; ${writesMeanwhile} writes came meanwhile.`);
  await work.waitFor(work.acknowledged.length + around);
  const writesPerSecond = work.rate();
  await work.stop();
  const from = await findArchive(folder);
  const given = ["--from", from, "--identity-file", keyFile];
  await runTask("restore", restored, given);
  drill.tell("Restored elsewhere.");
  const archived = path.join(folder, databaseName);
  const manifest = await unpackDatabase(from, archived, key);
  const told = { manifest, archived, promised };
  const faults = await findDifferences(restored, told);
  const writesBefore = promised.length;
  return { faults, writesPerSecond, writesBefore, writesMeanwhile, manifest };
}

function placeIn(
  folder: string,
  { database, bucket }: DrillPlace = {},
): PortalPlace {
  return {
    database: database ?? { file: path.join(folder, "heard.sqlite") },
    files: { folder: path.join(folder, "uploads"), bucket },
  };
}

async function findArchive(folder: string): Promise<string> {
  const names = await readdir(folder);
  const [name, ...more] = names.filter((one) => one.endsWith(".tar.age"));
  if (name === undefined || more.length > 0)
    throw new Error("The backup did not make one archive");
  return path.join(folder, name);
}

async function unpackDatabase(
  from: string,
  to: string,
  key: string,
): Promise<Manifest> {
  return readBackup(from, {
    opener: { identities: [key] },
    migrations: await listMigrations(),
    tell: () => undefined,
    receive: async ({ name, bytes }) => {
      if (name === databaseName) return writeDurably(to, bytes);
      for await (const piece of bytes) void piece;
    },
  });
}

const asWritten = (task: Task) => ["--import", "tsx", `app/tasks/${task}.ts`];

/** In a process of its own, as a person or a clock would start it. It throws what was told. */
function inProcess(fileOf: (task: Task) => string[]) {
  return async (task: Task, place: PortalPlace, given: string[]) => {
    const env = {
      ...process.env,
      ...settingsOf(place),
      HEARD_SECRET: randomBytes(32).toString("hex"),
    };
    const command = [...fileOf(task), ...given];
    await promisify(execFile)(process.execPath, command, { env });
  };
}
