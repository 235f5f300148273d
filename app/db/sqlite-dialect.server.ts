import type { Database as SqliteConnection, Statement } from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDialect,
  SqliteDriver,
} from "kysely";

const maxKeptStatements = 400;

/**
 * better-sqlite3 binds every JavaScript number as REAL and takes only a bigint
 * for an INTEGER. SQLite forgives that where it compares with a column; FTS5
 * drops a REAL bound on its rowid, and an expression sees 4.0.
 */
function bindIntegers(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) =>
    Number.isSafeInteger(value) ? BigInt(Number(value)) : value,
  );
}

/** A prepared statement as Kysely runs it, which hands the parameters on in one array. */
function takeIntegers(statement: Statement) {
  return {
    reader: statement.reader,
    isBusy: () => statement.busy,
    all: (parameters: readonly unknown[]) =>
      statement.all(bindIntegers(parameters)),
    run: (parameters: readonly unknown[]) =>
      statement.run(bindIntegers(parameters)),
    iterate: (parameters: readonly unknown[]) =>
      statement.iterate(bindIntegers(parameters)),
  };
}

/**
 * Kysely compiles the same few hundred statements again and again, and would
 * have SQLite parse each anew. A statement that a stream is still reading
 * cannot be run a second time, so that one is prepared afresh.
 */
function keepStatements(connection: SqliteConnection) {
  const kept = new Map<string, ReturnType<typeof takeIntegers>>();
  return {
    close: () => connection.close(),
    prepare(sql: string) {
      const known = kept.get(sql);
      if (known && !known.isBusy()) return known;
      const statement = takeIntegers(connection.prepare(sql));
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
