import type { Database as SqliteConnection } from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteDriver,
} from "kysely";
import { type Member, SqliteCommits } from "./sqlite-commits.server.ts";
import { whenNotBusy } from "./sqlite-patience.ts";
import { keepStatements } from "./sqlite-statements.server.ts";

/** The same file twice: by the second nobody reads what is not on disk yet. */
export type SqliteConnections = {
  writing: SqliteConnection;
  reading: SqliteConnection;
};

/**
 * Kysely's driver, but for how it waits and how it commits. SQLite has one
 * writer, and better-sqlite3 would wait for it inside the call: the whole
 * process would stand still. Here a connection itself never waits: whoever
 * finds the lock taken asks again a little later, in line behind those of this
 * process who came before, while others read.
 */
export class PatientSqliteDriver implements Driver {
  readonly #connections: SqliteConnections;
  readonly #patienceMilliseconds: number;
  readonly #commits: SqliteCommits;
  readonly #writingDriver: SqliteDriver;
  readonly #readingDriver: SqliteDriver;
  readonly #free: SharedConnection[] = [];
  #raw:
    { writing: DatabaseConnection; reading: DatabaseConnection } | undefined;

  constructor(connections: SqliteConnections, patienceMilliseconds: number) {
    const { writing, reading } = connections;
    const statements = keepStatements(writing);
    this.#connections = connections;
    this.#patienceMilliseconds = patienceMilliseconds;
    this.#commits = new SqliteCommits(writing, {
      statements,
      patienceMilliseconds,
    });
    this.#writingDriver = new SqliteDriver({ database: statements });
    this.#readingDriver = new SqliteDriver({
      database: keepStatements(reading),
    });
  }

  async init() {
    await this.#writingDriver.init();
    await this.#readingDriver.init();
    this.#raw = {
      writing: await this.#writingDriver.acquireConnection(),
      reading: await this.#readingDriver.acquireConnection(),
    };
  }

  /** Each has one of its own, to tell the statements of a transaction from others. */
  async acquireConnection(): Promise<SharedConnection> {
    if (!this.#raw) throw new Error("The driver was not initialised");
    const free = this.#free.pop();
    if (free) return free;
    return new SharedConnection({
      ...this.#raw,
      commits: this.#commits,
      patienceMilliseconds: this.#patienceMilliseconds,
    });
  }

  /** One that was in a transaction is not given out again: a statement that nobody waited for would come into another's. */
  async releaseConnection(connection: SharedConnection) {
    if (!connection.member) this.#free.push(connection);
  }

  async beginTransaction(connection: SharedConnection) {
    connection.member = await this.#commits.join();
  }

  async commitTransaction({ member }: SharedConnection) {
    if (member) await this.#commits.finish(member);
  }

  async rollbackTransaction({ member }: SharedConnection) {
    if (member) await this.#commits.takeBack(member);
  }

  /** The one that writes is closed last: it moves the write-ahead log into the file. */
  async destroy() {
    const leave = await this.#commits.enterAlone();
    this.#connections.reading.close();
    this.#connections.writing.close();
    leave();
  }
}

type Surroundings = {
  writing: DatabaseConnection;
  reading: DatabaseConnection;
  commits: SqliteCommits;
  patienceMilliseconds: number;
};

/** What Kysely takes for a connection of its own. */
class SharedConnection implements DatabaseConnection {
  readonly #of: Surroundings;
  /** While it is in a transaction, or was. */
  member: Member | undefined;

  constructor(surroundings: Surroundings) {
    this.#of = surroundings;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { writing, reading, commits, patienceMilliseconds } = this.#of;
    const write = () => run(() => writing.executeQuery<Row>(query));
    if (this.member && !this.member.isOver)
      return commits.within(this.member, write);
    if (isRead(query)) {
      const givesUpAt = performance.now() + patienceMilliseconds;
      return whenNotBusy(() => reading.executeQuery<Row>(query), givesUpAt);
    }
    return isChangeOfRows(query)
      ? commits.writeOne(write)
      : commits.alone(write);
  }

  /** Outside a transaction nobody writes while one is read: a stream keeps what it saw when it began. */
  async *streamQuery<Row>(
    query: CompiledQuery,
    chunkSize: number,
  ): AsyncIterableIterator<QueryResult<Row>> {
    const { writing, commits } = this.#of;
    const isInTransaction = this.member && !this.member.isOver;
    const leave = isInTransaction ? () => {} : await commits.enterAlone();
    try {
      yield* writing.streamQuery<Row>(query, chunkSize);
    } finally {
      leave();
    }
  }
}

/** better-sqlite3 throws at once where Kysely's type promises a promise. */
async function run<Result>(work: () => Promise<Result>): Promise<Result> {
  return work();
}

function isRead({ query, sql }: CompiledQuery): boolean {
  if (query.kind === "RawNode") return /^\s*select\b/i.test(sql);
  return query.kind === "SelectQueryNode";
}

function isChangeOfRows({ query }: CompiledQuery): boolean {
  return /^(Insert|Update|Delete)QueryNode$/.test(query.kind);
}
