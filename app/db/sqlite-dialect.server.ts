import type { Database as SqliteConnection, Statement } from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDialect,
  SqliteDriver,
} from "kysely";

const maxKeptStatements = 400;

/**
 * Kysely compiles the same few hundred statements again and again, and would
 * have SQLite parse each anew. A statement that a stream is still reading
 * cannot be run a second time, so that one is prepared afresh.
 */
function keepStatements(connection: SqliteConnection) {
  const kept = new Map<string, Statement>();
  return {
    close: () => connection.close(),
    prepare(sql: string): Statement {
      const known = kept.get(sql);
      if (known && !known.busy) return known;
      const statement = connection.prepare(sql);
      kept.set(sql, statement);
      const oldest = kept.keys().next().value;
      if (kept.size > maxKeptStatements && oldest !== undefined)
        kept.delete(oldest);
      return statement;
    },
  };
}

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
  readonly #database: ReturnType<typeof keepStatements>;

  constructor(connection: SqliteConnection) {
    const database = keepStatements(connection);
    super({ database });
    this.#database = database;
  }

  override createDriver() {
    return new ImmediateSqliteDriver({ database: this.#database });
  }
}
