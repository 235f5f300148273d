import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Migration, type MigrationProvider, Migrator } from "kysely";
import type { Db } from "./schema.ts";

const nameOfMigration = /^\d{8}T\d{4}_\w+\.ts$/;

/**
 * Kysely's FileMigrationProvider imports from inside node_modules, where a
 * `.ts` file has no loader; the `import()` here has the project's own.
 */
function migrationsIn(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const files = (await readdir(folder)).filter((file) =>
        nameOfMigration.test(file),
      );
      const migrations: Record<string, Migration> = {};
      for (const file of files) {
        const url = pathToFileURL(path.join(folder, file)).href;
        migrations[path.basename(file, ".ts")] = (await import(
          url
        )) as Migration;
      }
      return migrations;
    },
  };
}

/**
 * Brings the schema up to date.
 *
 * @param folder absolute path of the folder of migrations.
 * @returns the names of the migrations that ran now, in order.
 * @throws the first error; what ran before it stays.
 */
export async function migrateToLatest(
  db: Db,
  folder: string,
): Promise<string[]> {
  const migrator = new Migrator({ db, provider: migrationsIn(folder) });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** The names of migrations that have not run on this database, in order. */
export async function selectPendingMigrations(
  db: Db,
  folder: string,
): Promise<string[]> {
  const migrator = new Migrator({ db, provider: migrationsIn(folder) });
  const migrations = await migrator.getMigrations();
  return migrations
    .filter((m) => m.executedAt === undefined)
    .map((m) => m.name);
}
