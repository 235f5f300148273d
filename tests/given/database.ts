import { rmSync } from "node:fs";
import path from "node:path";
import { inject, onTestFinished } from "vitest";
import { type DatabasePlace, openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { copyMigratedFile } from "#tests/setup/migrated-database.ts";
import { makeFolderInMemory } from "#tests/setup/memory-folder.ts";
import { compileForOtherEngine } from "#tests/setup/other-engine.ts";
import { openPostgresCopy } from "./postgres.ts";

type Options = { patienceMilliseconds?: number };

/** A folder of the test's own, gone when it ends. */
export function makeTestFolder(): string {
  const folder = makeFolderInMemory("heard-test-");
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real database with the whole schema, this test's own, on the engine of the run. */
export function openTestDatabase(options: Options = {}): {
  db: Db;
  place: DatabasePlace;
} {
  const server = inject("postgres");
  if (server) return openPostgresCopy(server, options);
  const { db, file } = openTestFile(options);
  return { db, place: { file } };
}

/** The same on SQLite, for what only a file has. */
export function openTestFile(options: Options = {}): { db: Db; file: string } {
  const file = path.join(makeTestFolder(), "heard.sqlite");
  copyMigratedFile(file);
  const db = openDatabase({ file }, options).withPlugin(compileForOtherEngine);
  onTestFinished(() => db.destroy());
  return { db, file };
}
