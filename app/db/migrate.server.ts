import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Migration, type MigrationProvider, Migrator, sql } from "kysely";
import { findProgramFile } from "#app/program-files.ts";
import type { Db } from "./schema.ts";

const nameOfMigration = /^\d{8}T\d{4}_\w+\.[jt]s$/;

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
        migrations[path.parse(file).name] = (await import(url)) as Migration;
      }
      return migrations;
    },
  };
}

function openMigrator(db: Db): Migrator {
  const provider = migrationsIn(findProgramFile("migrations"));
  return new Migrator({ db, provider });
}

/**
 * Brings the schema up to date.
 *
 * @returns the names of the migrations that ran now, in order.
 * @throws the first error; what ran before it stays.
 */
export async function migrateToLatest(db: Db): Promise<string[]> {
  const migrator = openMigrator(db);
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/**
 * Makes the tables of an empty database as they are in another.
 *
 * @param names what has run there, all of it known to this program.
 */
export async function migrateAs(db: Db, names: string[]): Promise<void> {
  const last = names.at(-1);
  if (last === undefined) return;
  const { error } = await openMigrator(db).migrateTo(last);
  if (error) throw error;
}

/** The names of the migrations that this program brings along, in order. */
export async function listMigrations(): Promise<string[]> {
  const provider = migrationsIn(findProgramFile("migrations"));
  return Object.keys(await provider.getMigrations()).sort();
}

/** The names of the migrations that have run, in order, those that this program does not know among them; none where there is no table yet. */
export async function selectMigrationsRun(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({
    withInternalKyselyTables: true,
  });
  if (!tables.some(({ name }) => name === "kysely_migration")) return [];
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** The names of migrations that have not run on this database, in order. */
export async function selectPendingMigrations(db: Db): Promise<string[]> {
  const migrations = await openMigrator(db).getMigrations();
  return migrations
    .filter((m) => m.executedAt === undefined)
    .map((m) => m.name);
}
