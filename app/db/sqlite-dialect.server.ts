import type { Database as SqliteConnection } from "better-sqlite3";
import { SqliteDialect } from "kysely";
import { PatientSqliteDriver } from "./sqlite-driver.server.ts";
import {
  keepStatements,
  type KeptStatements,
} from "./sqlite-statements.server.ts";

/** Kysely's SQLite, with statements that are kept and a wait for the lock that holds up nobody else. */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #sqlite: SqliteConnection;
  readonly #statements: KeptStatements;
  readonly #patienceMilliseconds: number;

  constructor(sqlite: SqliteConnection, patienceMilliseconds: number) {
    const statements = keepStatements(sqlite);
    super({ database: statements });
    this.#sqlite = sqlite;
    this.#statements = statements;
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  override createDriver() {
    return new PatientSqliteDriver(this.#sqlite, {
      statements: this.#statements,
      patienceMilliseconds: this.#patienceMilliseconds,
    });
  }
}
