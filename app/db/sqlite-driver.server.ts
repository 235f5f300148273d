import { setTimeout as sleep } from "node:timers/promises";
import type { Database as SqliteConnection } from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteDriver,
} from "kysely";
import { CannotSaveError, cannotSaveReason, codeOf } from "./cannot-save.ts";
import type { KeptStatements } from "./sqlite-statements.server.ts";
import { Turnstile } from "./turnstile.ts";

const shortestPauseMilliseconds = 5;
const longestPauseMilliseconds = 25;

type Run<Result> = () => Promise<Result>;

/**
 * Kysely's driver for one connection, but for how it waits. SQLite has one
 * writer, and better-sqlite3 would wait for it inside the call: the whole
 * process would stand still. Here the connection itself never waits: whoever
 * finds the lock taken gives the connection back, so that others can read, and
 * asks again a little later, in line behind those of this process who came before.
 *
 * Transactions begin IMMEDIATE: a deferred one that reads first and writes later
 * fails with SQLITE_BUSY_SNAPSHOT as soon as another process wrote in between.
 */
export class PatientSqliteDriver implements Driver {
  readonly #sqlite: SqliteConnection;
  readonly #inner: SqliteDriver;
  readonly #patienceMilliseconds: number;
  /** Taken by whoever uses the connection now. */
  readonly #connectionGate = new Turnstile();
  /** Taken by whoever of this process is the next to ask for the lock. */
  readonly #line = new Turnstile();
  #connection: DatabaseConnection | undefined;

  constructor(
    sqlite: SqliteConnection,
    options: { statements: KeptStatements; patienceMilliseconds: number },
  ) {
    this.#sqlite = sqlite;
    this.#inner = new SqliteDriver({ database: options.statements });
    this.#patienceMilliseconds = options.patienceMilliseconds;
  }

  async init() {
    await this.#inner.init();
    const raw = await this.#inner.acquireConnection();
    this.#connection = {
      executeQuery: <Row>(query: CompiledQuery) =>
        this.#execute(query, () => run(() => raw.executeQuery<Row>(query))),
      streamQuery: raw.streamQuery.bind(raw),
    };
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#connectionGate.enter();
    if (!this.#connection) throw new Error("The driver was not initialised");
    return this.#connection;
  }

  async releaseConnection() {
    this.#connectionGate.leave();
  }

  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  /** After a full disk SQLite has rolled back by itself; a second time would be an error that hides the first. */
  async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#sqlite.inTransaction)
      await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async destroy() {
    await this.#inner.destroy();
  }

  async #execute<Row>(query: CompiledQuery, work: Run<QueryResult<Row>>) {
    try {
      // Within a transaction the lock is held already.
      if (this.#sqlite.inTransaction) return await work();
      const mustQueue = this.#line.isTaken() && !isRead(query);
      return mustQueue ? await this.#inTurn(work) : await this.#tryFirst(work);
    } catch (error) {
      const reason = cannotSaveReason(error);
      if (!reason) throw error;
      throw new CannotSaveError(reason, codeOf(error), error);
    }
  }

  async #tryFirst<Result>(work: Run<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (cannotSaveReason(error) !== "busy") throw error;
      return this.#inTurn(work);
    }
  }

  /** Called by who holds the connection, and returns, or throws, with it held again. */
  async #inTurn<Result>(work: Run<Result>): Promise<Result> {
    const givesUpAt = performance.now() + this.#patienceMilliseconds;
    this.#connectionGate.leave();
    await this.#line.enter();
    try {
      for (;;) {
        await this.#connectionGate.enter();
        try {
          return await work();
        } catch (error) {
          const isTooLate = performance.now() >= givesUpAt;
          if (isTooLate || cannotSaveReason(error) !== "busy") throw error;
        }
        this.#connectionGate.leave();
        await sleep(pauseMilliseconds());
      }
    } finally {
      this.#line.leave();
    }
  }
}

/** better-sqlite3 throws at once where Kysely's type promises a promise. */
async function run<Result>(work: Run<Result>): Promise<Result> {
  return work();
}

function isRead(query: CompiledQuery): boolean {
  return query.query.kind === "SelectQueryNode";
}

/** Two processes that ask in step would find the lock taken in step. */
function pauseMilliseconds(): number {
  const spread = longestPauseMilliseconds - shortestPauseMilliseconds;
  return shortestPauseMilliseconds + Math.random() * spread;
}
