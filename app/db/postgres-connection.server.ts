import type {
  CompiledQuery,
  DatabaseConnection,
  IsolationLevel,
  QueryResult,
} from "kysely";
import type { Pool, PoolClient, QueryResult as Answer } from "pg";
import { CannotSaveError } from "./cannot-save.ts";
import { isLostConnection, toOurFault } from "./postgres-faults.ts";

/** Where connections come from: those that wait for the turn must not use up those that read. */
export type Pools = { free: Pool; turn: Pool };

/** Everybody's one lock, as SQLite has one for all that writes. */
const turnKey = 1;

const changing = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/**
 * What Kysely holds while it runs a statement or a transaction. Only its first
 * statement says which of the two it is, so it takes a connection then.
 */
export class PostgresConnection implements DatabaseConnection {
  readonly #pools: Pools;
  #client: PoolClient | undefined;
  #isInTransaction = false;
  #isLost = false;

  constructor(pools: Pools) {
    this.#pools = pools;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.#ask<Row>(
      this.#pools.free,
      query.sql,
      query.parameters,
    );
    if (!changing.has(command)) return { rows };
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error("Nothing of Heard's is read from PostgreSQL as a stream");
  }

  /** Begins and waits for its turn, with the wait for a connection not much longer than `patienceMilliseconds`. */
  async beginInTurn(patienceMilliseconds: number) {
    const startedAt = performance.now();
    await this.#take(this.#pools.turn);
    const left = patienceMilliseconds - (performance.now() - startedAt);
    await this.#begin(
      `begin; set local lock_timeout = ${Math.round(Math.max(left, patienceMilliseconds / 4))}; select pg_advisory_xact_lock(${turnKey})`,
    );
  }

  /** Begins at once, beside whoever has the turn. */
  async beginBesideTurn(level: IsolationLevel) {
    await this.#take(this.#pools.free);
    await this.#begin(`begin isolation level ${level}`);
  }

  async commit() {
    const { command } = await this.#ask(this.#pools.free, "commit");
    this.#isInTransaction = false;
    // PostgreSQL takes "commit" for "rollback" after an error that somebody caught.
    if (command === "ROLLBACK")
      throw new Error(
        "A transaction went on after one of its statements failed",
      );
  }

  /** Where the connection is gone the server has rolled back, and the error that is on its way says more. */
  async rollback() {
    if (this.#isLost || !this.#client) return;
    await this.#ask(this.#pools.free, "rollback");
    this.#isInTransaction = false;
  }

  /** Gives the connection back, or away where nobody can know in what state it is. */
  release() {
    this.#client?.release(this.#isLost || this.#isInTransaction);
    this.#client = undefined;
  }

  async #take(pool: Pool): Promise<PoolClient> {
    try {
      this.#client ??= await pool.connect();
      return this.#client;
    } catch (error) {
      // All were taken for as long as anybody waits: the server is there.
      if (pool.totalCount >= pool.options.max)
        throw new CannotSaveError("busy", "POOL_FULL", error);
      throw toOurFault(error);
    }
  }

  async #begin(statements: string) {
    this.#isInTransaction = true;
    try {
      await this.#ask(this.#pools.free, statements);
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  async #ask<Row>(
    pool: Pool,
    text: string,
    parameters?: readonly unknown[],
  ): Promise<Answer & { rows: Row[] }> {
    const client = await this.#take(pool);
    try {
      // Without parameters the text may hold several statements.
      return parameters
        ? await client.query<Row & object>(text, parameters.map(withoutNul))
        : await client.query<Row & object>(text);
    } catch (error) {
      this.#isLost ||= isLostConnection(error);
      throw toOurFault(error);
    }
  }
}

/** PostgreSQL takes no NUL in a text; U+FFFD is what a reader makes of it. */
function withoutNul(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
}
