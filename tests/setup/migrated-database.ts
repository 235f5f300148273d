import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";

declare module "vitest" {
  interface ProvidedContext {
    migratedDatabaseFile: string;
  }
}

/** Migrates one SQLite file for the whole run; each test works on a copy of it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "heard-tests-"));
  const file = path.join(folder, "migrated.sqlite");
  const db = openDatabase({ file });
  await migrateToLatest(db);
  await db.destroy();
  project.provide("migratedDatabaseFile", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
