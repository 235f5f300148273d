import type { Database as SqliteConnection, Statement } from "better-sqlite3";

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

export type KeptStatements = ReturnType<typeof keepStatements>;

/**
 * Kysely compiles the same few hundred statements again and again, and would
 * have SQLite parse each anew. A statement that a stream is still reading
 * cannot be run a second time, so that one is prepared afresh.
 */
export function keepStatements(connection: SqliteConnection) {
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
