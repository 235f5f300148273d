import {
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresDialect,
  type TransactionSettings,
} from "kysely";
import pg from "pg";
import {
  PostgresConnection,
  type Pools,
} from "./postgres-connection.server.ts";
import { OwnSchemaIntrospector } from "./postgres-introspector.server.ts";

export type PostgresOptions = {
  /** How long a write waits for its turn, or for a row, before its sender is told. */
  patienceMilliseconds: number;
  /** The longest that one statement may take; 0 where it may take as long as it does. */
  statementMilliseconds: number;
  isReadOnly: boolean;
  /** Looked at before the first statement, which fails with what it throws. */
  check: (pool: pg.Pool) => Promise<void>;
};

/** One has the turn and one is the next; more would only hold the server's connections. */
const turnConnections = 2;
const freeConnections = 10;
/** Nothing of ours waits for anything but the database inside a transaction. */
const idleInTransactionMilliseconds = 30_000;
/** A server that is only slow is not away. */
const shortestConnectionMilliseconds = 5_000;
const keepAliveMilliseconds = 10_000;
/** A server whose client has vanished from the network learns of it in a minute, and ends what it held. */
const serverOptions =
  "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";
const int8 = 20;

/**
 * A transaction begins when it is its turn (docs/decisions/220): one after the
 * other, as on SQLite. One that names its isolation level says that it looks
 * after its own rows, and begins at once.
 */
class TurnDriver implements Driver {
  readonly #url: string;
  readonly #options: PostgresOptions;
  #pools: Pools | undefined;

  constructor(url: string, options: PostgresOptions) {
    this.#url = url;
    this.#options = options;
  }

  async init() {
    const pools = {
      free: openPool(this.#url, freeConnections, this.#options),
      turn: openPool(this.#url, turnConnections, this.#options),
    };
    try {
      await this.#options.check(pools.free);
    } catch (error) {
      await endPools(pools);
      throw error;
    }
    this.#pools = pools;
  }

  async acquireConnection(): Promise<PostgresConnection> {
    if (!this.#pools) throw new Error("The driver was not initialised");
    return new PostgresConnection(this.#pools);
  }

  async beginTransaction(
    connection: PostgresConnection,
    settings: TransactionSettings,
  ) {
    if (settings.isolationLevel)
      await connection.beginBesideTurn(settings.isolationLevel);
    else await connection.beginInTurn(this.#options.patienceMilliseconds);
  }

  async commitTransaction(connection: PostgresConnection) {
    await connection.commit();
  }

  async rollbackTransaction(connection: PostgresConnection) {
    await connection.rollback();
  }

  async releaseConnection(connection: PostgresConnection) {
    connection.release();
  }

  async destroy() {
    if (this.#pools) await endPools(this.#pools);
    this.#pools = undefined;
  }
}

/** Kysely's migrator asks for a lock of its own; its transaction has its turn already. */
class TurnAdapter extends PostgresAdapter {
  override async acquireMigrationLock(_db: Kysely<unknown>) {}
  override async releaseMigrationLock(_db: Kysely<unknown>) {}
}

/** Kysely's PostgreSQL, where transactions take turns. */
export class TurnDialect extends PostgresDialect {
  readonly #url: string;
  readonly #options: PostgresOptions;

  constructor(url: string, options: PostgresOptions) {
    super({ pool: async () => openPool(url, freeConnections, options) });
    this.#url = url;
    this.#options = options;
  }

  override createDriver(): Driver {
    return new TurnDriver(this.#url, this.#options);
  }

  override createAdapter() {
    return new TurnAdapter();
  }

  override createIntrospector(db: Kysely<unknown>) {
    return new OwnSchemaIntrospector(db);
  }
}

function openPool(url: string, max: number, options: PostgresOptions): pg.Pool {
  const { patienceMilliseconds, statementMilliseconds, isReadOnly } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: Math.max(
      patienceMilliseconds,
      shortestConnectionMilliseconds,
    ),
    statement_timeout: statementMilliseconds,
    // The server's own word comes first; this is for one that says nothing any more.
    ...(statementMilliseconds > 0 && {
      query_timeout: statementMilliseconds + patienceMilliseconds,
    }),
    lock_timeout: patienceMilliseconds,
    idle_in_transaction_session_timeout: idleInTransactionMilliseconds,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMilliseconds,
    application_name: "heard",
    options: isReadOnly
      ? `${serverOptions} -c default_transaction_read_only=on`
      : serverOptions,
    types: {
      // Counts and sums; none of ours comes near 2^53.
      getTypeParser: (type, format) =>
        type === int8 && format !== "binary"
          ? Number
          : pg.types.getTypeParser(type, format),
    },
  });
  // A connection that is cut says so once more to whoever listens, and ends the process where nobody does.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {});
  return pool;
}

async function endPools({ free, turn }: Pools) {
  await Promise.all([free.end(), turn.end()]);
}
