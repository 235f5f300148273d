import { openPostgres } from "./postgres.server.ts";
import type { Db } from "./schema.ts";
import { openSqlite, openSqliteReadOnly } from "./sqlite.server.ts";

/** Where the database is: a file of SQLite's, or a PostgreSQL by its address. */
export type DatabasePlace = { file: string } | { url: string };

/** How long a write waits for its turn before its sender is told. */
const defaultPatienceMilliseconds = 10_000;

/**
 * Opens the database; a SQLite file is made where it is missing. Its operations
 * throw a `CannotSaveError` where a write does not get its turn in
 * `patienceMilliseconds`, the disk does not take it, or the server is away.
 *
 * @throws where a file cannot be opened, or a setting does not hold; of a
 *   PostgreSQL the first statement says so.
 */
export function openDatabase(
  place: DatabasePlace,
  {
    patienceMilliseconds = defaultPatienceMilliseconds,
  }: { patienceMilliseconds?: number } = {},
): Db {
  return "url" in place
    ? openPostgres(place.url, { patienceMilliseconds })
    : openSqlite(place.file, { patienceMilliseconds });
}

/** Opens the same for reading only, for work beside the server (a command). */
export function openDatabaseReadOnly(place: DatabasePlace): Db {
  const patienceMilliseconds = defaultPatienceMilliseconds;
  return "url" in place
    ? openPostgres(place.url, { patienceMilliseconds, isReadOnly: true })
    : openSqliteReadOnly(place.file, { patienceMilliseconds });
}
