import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteDialect,
} from "kysely";
import { databaseOf } from "./engine.server.ts";
import type { Db, HeardSchema } from "./schema.ts";
import { connectForReading } from "./sqlite.server.ts";
import { toldOn } from "./sqlite-patience.ts";
import { keepStatements } from "./sqlite-statements.server.ts";

/** One statement of a list or a count, as SQLite is given it. */
export type StatementToRead = { sql: string; parameters: readonly unknown[] };

/** The rows, or what SQLite says against it: its message quotes nothing that a person typed. */
export type StatementRead =
  | { ok: true; rows: Record<string, unknown>[] }
  | { ok: false; code: string; message: string };

type Read = (statement: StatementToRead) => Promise<StatementRead>;

/** Of each SQLite database that has a thread for it, the same as that thread reads it. */
const besides = new WeakMap<object, Db>();

/** Has what may look through much of this database be read by `read`, for as long as the process lives. */
export function readMuchBy(db: Db, read: Read): void {
  const besideDb = new Kysely<HeardSchema>({
    dialect: new BesideDialect(read),
  });
  besides.set(databaseOf(db), besideDb);
}

/**
 * The database for statements that may look through much of it, as a search or a
 * table of all: SQLite reads in the process, which answers nobody meanwhile, so a
 * server has a thread for these. Elsewhere, and in a transaction, the same `db`.
 *
 * @returns what reads, and sees whatever was committed before; nothing can be written by it
 */
export function besideOthers(db: Db): Db {
  return db.isTransaction ? db : (besides.get(databaseOf(db)) ?? db);
}

/** What a thread does with the statements it is sent, on a connection of its own. */
export function openReading(file: string) {
  const statements = keepStatements(connectForReading(file));
  return ({ sql, parameters }: StatementToRead): StatementRead => {
    try {
      const rows = statements.prepare(sql).all(parameters);
      return { ok: true, rows: rows as Record<string, unknown>[] };
    } catch (error) {
      const { code = "", message = "" } = error as Partial<StatementFault>;
      return { ok: false, code, message };
    }
  };
}

type StatementFault = { code: string; message: string };

class BesideDialect extends SqliteDialect {
  readonly #read: Read;

  constructor(read: Read) {
    super({ database: () => Promise.reject(new Error("It is only read")) });
    this.#read = read;
  }

  override createDriver(): Driver {
    const connection = new BesideConnection(this.#read);
    const refuse = () =>
      Promise.reject(new Error("Beside others it is only read"));
    return {
      init: () => Promise.resolve(),
      acquireConnection: () => Promise.resolve(connection),
      releaseConnection: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
      ...{ beginTransaction: refuse, commitTransaction: refuse },
      rollbackTransaction: refuse,
    };
  }
}

class BesideConnection implements DatabaseConnection {
  readonly #read: Read;

  constructor(read: Read) {
    this.#read = read;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql, parameters } = query;
    const answer = await this.#read({ sql, parameters });
    if (answer.ok) return { rows: answer.rows as Row[] };
    const { code, message } = answer;
    throw toldOn(Object.assign(new Error(message), { code }));
  }

  // oxlint-disable-next-line require-yield -- Kysely's type asks for it.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("Beside others nothing is streamed");
  }
}
