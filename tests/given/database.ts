import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inject, onTestFinished } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import type { Db } from "#app/db/schema.ts";
import { compileForOtherEngine } from "#tests/setup/other-engine.ts";

/** A folder of the test's own, gone when it ends. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "heard-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real SQLite file with the whole schema, this test's own. */
export function openTestDatabase(): { db: Db; file: string } {
  const file = path.join(makeTestFolder(), "heard.sqlite");
  copyFileSync(inject("migratedDatabaseFile"), file);
  const db = openDatabase(file).withPlugin(compileForOtherEngine);
  onTestFinished(() => db.destroy());
  return { db, file };
}
