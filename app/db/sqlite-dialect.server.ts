import { SqliteDialect } from "kysely";
import {
  PatientSqliteDriver,
  type SqliteConnections,
} from "./sqlite-driver.server.ts";

/** Kysely's SQLite, with a wait for the lock that holds up nobody else and commits in groups. */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #connections: SqliteConnections;
  readonly #patienceMilliseconds: number;

  constructor(connections: SqliteConnections, patienceMilliseconds: number) {
    super({ database: connections.writing });
    this.#connections = connections;
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  override createDriver() {
    return new PatientSqliteDriver(
      this.#connections,
      this.#patienceMilliseconds,
    );
  }
}
