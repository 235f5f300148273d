import type { Database as SqliteDatabase } from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from "kysely";

/**
 * Kysely begins a SQLite transaction as DEFERRED: one that reads first and
 * writes later fails with SQLITE_BUSY_SNAPSHOT as soon as another process
 * (the worker, an import) wrote in between. IMMEDIATE waits for its turn.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver() {
    return new ImmediateSqliteDriver({ database: this.#database });
  }

  override createAdapter() {
    return new SqliteAdapter();
  }
}
