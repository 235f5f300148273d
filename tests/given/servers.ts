import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { demoCalls } from "#app/tasks/demo/demo-calls.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { findFreePort } from "#tests/setup/free-port.ts";
import { makeFolderInMemory } from "#tests/setup/memory-folder.ts";
import { makeMigratedFile } from "#tests/setup/migrated-database.ts";
import { serverCommand } from "../../bin/steps/server-command.mjs";

/** A folder with everything that a server under test keeps; it outlives the server's process. */
export type ServerHome = {
  folder: string;
  databaseFile: string;
  uploadsFolder: string;
  secret: string;
  port: number;
  /** What a browser types; the only host that the server answers to. */
  address: string;
};

export type RunningServer = {
  pid: number;
  /** What the server printed so far. */
  output: () => string;
  hasEnded: () => boolean;
  residentMegabytes: () => number;
  /** As a service manager would. @returns the exit code. */
  stop: () => Promise<number | null>;
  /** As a power cut would, for what is in the process. */
  kill: () => Promise<void>;
};

/**
 * A migrated home whose calls are the demo's, and nothing else is in it but what
 * `prepare` puts there.
 */
export async function makeHomeWithDemoCalls(
  prepare: (home: ServerHome, db: Db) => unknown = () => undefined,
): Promise<ServerHome> {
  return makeEmptyHome(async (home, db) => {
    for (const call of demoCalls(new Date())) await givenCall(db, call);
    await prepare(home, db);
  });
}

/** A migrated home as it is on the first day: nothing is in it but what `prepare` puts there. */
export async function makeEmptyHome(
  prepare: (home: ServerHome, db: Db) => unknown,
): Promise<ServerHome> {
  const folder = makeFolderInMemory("heard-server-");
  const port = await findFreePort();
  const home = {
    folder,
    databaseFile: path.join(folder, "heard.sqlite"),
    uploadsFolder: path.join(folder, "uploads"),
    secret: randomBytes(32).toString("hex"),
    port,
    address: `http://localhost:${port}`,
  };
  await makeMigratedFile(home.databaseFile);
  const db = openDatabase({ file: home.databaseFile });
  await prepare(home, db);
  await db.destroy();
  return home;
}

export function removeServerHome(home: ServerHome) {
  rmSync(home.folder, { recursive: true, force: true });
}

/** Starts the real server, as in production, and waits until it listens. */
export async function startServer(
  home: ServerHome,
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, serverCommand, {
    env: { ...process.env, ...environmentOf(home), ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error(`The server did not start:\n${output}`);
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    hasEnded: () => hasEnded(child),
    residentMegabytes: () => readResidentMegabytes(child),
    stop: () => end(child, "SIGTERM"),
    kill: async () => void (await end(child, "SIGKILL")),
  };
}

function environmentOf(home: ServerHome): Record<string, string> {
  return {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(home.port),
    PUBLIC_BASE_URL: home.address,
    HEARD_SECRET: home.secret,
    SECOND_STEP: "waived",
    DATABASE_FILE: home.databaseFile,
    UPLOADS_FOLDER: home.uploadsFolder,
    REVIEW_NAME: "The Steady Ground Review",
    TRUSTED_PROXY_HOPS: "0",
    POSTS_PER_HOUR: "1000000",
    CLAMD_ADDRESS: "",
    // Mail is offered, and waits: nothing listens there.
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "heard@review.example",
    WORKER: "inline",
    LOG_LEVEL: "info",
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (hasEnded(child)) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
  return child.exitCode;
}

function readResidentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
