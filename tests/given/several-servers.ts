import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { demoCalls } from "#app/tasks/demo/demo-calls.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { findFreePort } from "#tests/setup/free-port.ts";
import { makeFolderInMemory } from "#tests/setup/memory-folder.ts";
import { startPostgres } from "#tests/setup/postgres-server.ts";
import { openBucket } from "./bucket.ts";
import { startRoundRobin } from "./round-robin.ts";
import {
  removeServerHome,
  type RunningServer,
  type ServerHome,
  startServer,
} from "./servers.ts";

type Settings = Record<string, string>;

export type SeveralServers = {
  url: string;
  db: Db;
  bucket: Awaited<ReturnType<typeof openBucket>>["bucket"];
  proxy: Awaited<ReturnType<typeof startRoundRobin>>;
  servers: RunningServer[];
  /** As a service manager would, in the place of the one that was lost. */
  startAgain: (index: number) => Promise<void>;
};

/**
 * Two servers on one PostgreSQL and one bucket behind a proxy, each with a
 * folder of its own. Both found the database empty and migrated it at once.
 *
 * @returns an object that is empty until the first test begins
 */
export function givenSeveralServers(): SeveralServers {
  const given = {} as SeveralServers;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    const postgres = await startPostgres();
    ends.push(() => postgres.remove());
    const { url } = postgres;
    const { bucket, settings, stop } = await openBucket();
    ends.push(stop);
    const ports = [await findFreePort(), await findFreePort()];
    const proxy = await startRoundRobin(ports);
    ends.push(() => proxy.stop());
    const shared = sharedSettings(url, settings);
    const codes = await Promise.all([migrate(shared), migrate(shared)]);
    if (codes.some((code) => code !== 0))
      throw new Error(`Migrating twice at once ended with ${codes.join()}`);
    const db = openDatabase({ url });
    ends.push(() => db.destroy());
    for (const call of demoCalls(new Date())) await givenCall(db, call);
    const secret = randomBytes(32).toString("hex");
    const homes = ports.map((port) => makeHome(port, proxy.address, secret));
    for (const home of homes) ends.push(() => removeServerHome(home));
    const servers: RunningServer[] = [];
    const startAgain = async (index: number) => {
      servers[index] = await startServer(homes[index]!, shared);
    };
    await Promise.all([startAgain(0), startAgain(1)]);
    ends.push(() => Promise.all(servers.map((server) => server.kill())));
    Object.assign(given, { url, db, bucket, proxy, servers, startAgain });
  }, 120_000);
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return given;
}

type BucketSettings = Awaited<ReturnType<typeof openBucket>>["settings"];

function sharedSettings(url: string, bucket: BucketSettings): Settings {
  return {
    DATABASE_URL: url,
    FILES_BUCKET: bucket.bucket,
    FILES_ENDPOINT: bucket.endpoint.origin,
    FILES_REGION: bucket.region,
    FILES_ACCESS_KEY: bucket.accessKey,
    FILES_SECRET_KEY: bucket.secretKey,
    TRUSTED_PROXY_HOPS: "1",
  };
}

async function migrate(shared: Settings): Promise<number | null> {
  const child = spawn(
    process.execPath,
    ["build/program/app/tasks/migrate.js"],
    {
      env: {
        ...process.env,
        ...shared,
        HEARD_SECRET: randomBytes(32).toString("hex"),
      },
      stdio: "ignore",
    },
  );
  await once(child, "exit");
  return child.exitCode;
}

function makeHome(port: number, address: string, secret: string): ServerHome {
  const folder = makeFolderInMemory("heard-server-");
  return {
    folder,
    databaseFile: path.join(folder, "unused.sqlite"),
    uploadsFolder: path.join(folder, "uploads"),
    secret,
    port,
    address,
  };
}
