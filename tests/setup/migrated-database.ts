import { copyFileSync, rmSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "#app/db/connection.server.ts";
import { migrateToLatest } from "#app/db/migrate.server.ts";
import { makeFolderInMemory } from "./memory-folder.ts";

/** Every process of a run is started after its set-up, with this. */
const variable = "HEARD_TEST_MIGRATED";

/** Migrates one SQLite file for the whole run, whatever kinds of tests are in it; each test works on a copy of it. */
export default async function setup() {
  if (process.env[variable]) return undefined;
  const folder = makeFolderInMemory("heard-tests-");
  const file = path.join(folder, "migrated.sqlite");
  await migrate(file);
  process.env[variable] = file;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Makes a file with the whole schema: a copy, but where a proof is run by itself and nothing was set up. */
export async function makeMigratedFile(file: string): Promise<void> {
  if (process.env[variable]) copyMigratedFile(file);
  else await migrate(file);
}

/** The same in a run that was set up. */
export function copyMigratedFile(file: string) {
  copyFileSync(process.env[variable] ?? "", file);
}

async function migrate(file: string) {
  const db = openDatabase({ file });
  await migrateToLatest(db);
  await db.destroy();
}
