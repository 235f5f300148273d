import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { listMigrations } from "#app/db/migrate.server.ts";
import type { Manifest } from "#app/domain/keeping/manifest.ts";
import { checkBackup } from "#app/domain/keeping/read-backup.server.ts";
import { findDifferences } from "./compare-restored.server.ts";
import { startWork } from "./portal-at-work.server.ts";

export type Drill = {
  writesPerSecond: number;
  /** How many seconds' writes there are before the backup begins, and after it has ended. */
  secondsAround: number;
  tell: (line: string) => void;
};

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
 * restores it elsewhere by the other, and holds what came back against what
 * was promised. All of it is in a temporary folder, which is gone afterwards.
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
  const [portal, restored] = [placesIn(folder, "a"), placesIn(folder, "b")];
  const key = await generateIdentity();
  const keyFile = path.join(folder, "key.txt");
  await writeFile(keyFile, `${key}\n`, { mode: 0o600 });
  const work = await startWork(portal, drill.writesPerSecond);
  drill.tell("A portal is at work.");
  const around = drill.writesPerSecond * drill.secondsAround;
  await work.waitFor(around);
  const writesBefore = work.acknowledged.length;
  const promised = work.acknowledged.slice();
  const recipient = await identityToRecipient(key);
  await runTask("backup", portal, ["--to", folder, "--recipient", recipient]);
  const writesMeanwhile = work.acknowledged.length - writesBefore;
  drill.tell(`Backed up; ${writesMeanwhile} writes came meanwhile.`);
  await work.waitFor(work.acknowledged.length + around);
  const writesPerSecond = work.rate();
  await work.stop();
  const from = await findArchive(folder);
  const given = ["--from", from, "--identity-file", keyFile];
  await runTask("restore", restored, given);
  drill.tell("Restored elsewhere.");
  const manifest = await checkBackup(from, {
    opener: { identities: [key] },
    migrations: await listMigrations(),
    tell: () => undefined,
  });
  const faults = await findDifferences(restored, { manifest, promised });
  return { faults, writesPerSecond, writesBefore, writesMeanwhile, manifest };
}

type Places = { databaseFile: string; uploadsFolder: string };

function placesIn(folder: string, name: string): Places {
  return {
    databaseFile: path.join(folder, name, "heard.sqlite"),
    uploadsFolder: path.join(folder, name, "uploads"),
  };
}

async function findArchive(folder: string): Promise<string> {
  const names = await readdir(folder);
  const [name, ...more] = names.filter((one) => one.endsWith(".tar.age"));
  if (name === undefined || more.length > 0)
    throw new Error("The backup did not make one archive");
  return path.join(folder, name);
}

/** In a process of its own, as a person or a clock would start it. @throws what it told. */
async function runTask(
  name: "backup" | "restore",
  { databaseFile, uploadsFolder }: Places,
  given: string[],
): Promise<void> {
  const env = {
    ...process.env,
    DATABASE_FILE: databaseFile,
    UPLOADS_FOLDER: uploadsFolder,
    HEARD_SECRET: randomBytes(32).toString("hex"),
    ...{ DATABASE_URL: "", FILES_BUCKET: "", FILES_ENDPOINT: "" },
    ...{ FILES_REGION: "", FILES_ACCESS_KEY: "", FILES_SECRET_KEY: "" },
  };
  const command = ["--import", "tsx", `app/tasks/${name}.ts`, ...given];
  await promisify(execFile)(process.execPath, command, { env });
}
