import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import SqliteConnection from "better-sqlite3";
import { Kysely } from "kysely";
import { OperatorError } from "#app/operator-error.ts";
import { codeOf } from "./cannot-save.ts";
import type { Db, HeardSchema } from "./schema.ts";
import { hasTerm } from "./search-words.ts";
import { refuseNodeThatEnds } from "./sqlite-node.ts";
import { PatientSqliteDialect } from "./sqlite-dialect.server.ts";
import type { SqliteConnections } from "./sqlite-driver.server.ts";

/** What must be true of every connection, on every open. */
const requiredPragmas = {
  journal_mode: "wal",
  synchronous: 2, // FULL
  foreign_keys: 1,
  trusted_schema: 0,
  secure_delete: 1,
  recursive_triggers: 1,
  temp_store: 2, // MEMORY
  busy_timeout: 0,
} as const;

/** While a file is opened nobody is served yet. */
const openingMilliseconds = 15_000;

export type DurabilitySettings = Record<
  keyof typeof requiredPragmas,
  string | number
>;

/**
 * Opens the SQLite file and creates it where it is missing. Its operations throw
 * a `CannotSaveError` where a write does not get its turn in `patienceMilliseconds`,
 * or the disk does not take it.
 *
 * INSERT OR REPLACE deletes without firing a delete trigger unless
 * `recursive_triggers` is on: append-only tables would not be.
 *
 * better-sqlite3 is built with SQLITE_DEFAULT_WAL_SYNCHRONOUS=1, so the second
 * open of a WAL file would commit without fsync: every pragma is set on every
 * open and read back.
 *
 * @throws when the file cannot be opened or a setting does not hold.
 */
export function openSqlite(
  file: string,
  { patienceMilliseconds }: { patienceMilliseconds: number },
): Db {
  const connection = connectTo(file);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("secure_delete = ON");
  connection.pragma("recursive_triggers = ON");
  // What a savepoint would bring back is words of people's: in no file beside the database.
  connection.pragma("temp_store = MEMORY");
  // From here on the driver waits, and the process does not stand still meanwhile.
  connection.pragma("busy_timeout = 0");
  assertDurabilitySettings(connection);
  teachWords(connection);
  const reading = connectForReading(file);
  reading.pragma("busy_timeout = 0");
  return kyselyOn({ writing: connection, reading }, patienceMilliseconds);
}

/** Opens the same file for reading only. */
export function openSqliteReadOnly(
  file: string,
  { patienceMilliseconds }: { patienceMilliseconds: number },
): Db {
  const reading = connectForReading(file);
  return kyselyOn({ writing: reading, reading }, patienceMilliseconds);
}

function kyselyOn(
  connections: SqliteConnections,
  patienceMilliseconds: number,
): Db {
  const dialect = new PatientSqliteDialect(connections, patienceMilliseconds);
  return new Kysely<HeardSchema>({ dialect });
}

/** `says(text, term)`: whether one answer has a term, by the same words as the index of a whole response has. */
function teachWords(connection: SqliteConnection.Database) {
  const says = (text: unknown, term: unknown) =>
    hasTerm(String(text), String(term)) ? 1 : 0;
  connection.function("says", { deterministic: true }, says);
}

export function connectForReading(file: string): SqliteConnection.Database {
  refuseNodeThatEnds();
  const connection = new SqliteConnection(file, {
    readonly: true,
    timeout: openingMilliseconds,
  });
  connection.pragma("trusted_schema = OFF");
  teachWords(connection);
  return connection;
}

function connectTo(file: string): SqliteConnection.Database {
  refuseNodeThatEnds();
  try {
    if (file !== ":memory:")
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const connection = new SqliteConnection(file, {
      timeout: openingMilliseconds,
    });
    if (file !== ":memory:") chmodSync(file, 0o600);
    // A file that is no database opens, and its first statement tells.
    connection.pragma("schema_version");
    return connection;
  } catch (error) {
    throw new OperatorError(
      `The database ${file} cannot be opened (${codeOf(error)}). DATABASE_FILE must name a database of Heard's, or a file to be made, where this user may write.`,
      { cause: error },
    );
  }
}

export function readDurabilitySettings(
  connection: SqliteConnection.Database,
): DurabilitySettings {
  const read = (pragma: string) =>
    connection.pragma(pragma, { simple: true }) as string | number;
  return {
    journal_mode: read("journal_mode"),
    synchronous: read("synchronous"),
    foreign_keys: read("foreign_keys"),
    trusted_schema: read("trusted_schema"),
    secure_delete: read("secure_delete"),
    recursive_triggers: read("recursive_triggers"),
    temp_store: read("temp_store"),
    busy_timeout: read("busy_timeout"),
  };
}

/** @throws where one of the settings does not hold on this connection. */
export function assertDurabilitySettings(
  connection: SqliteConnection.Database,
) {
  const settings = readDurabilitySettings(connection);
  for (const [pragma, required] of Object.entries(requiredPragmas)) {
    const actual = settings[pragma as keyof typeof requiredPragmas];
    if (actual !== required) {
      throw new OperatorError(
        `SQLite's ${pragma} is ${actual}, not ${required}: Heard will not store responses here.`,
      );
    }
  }
}
