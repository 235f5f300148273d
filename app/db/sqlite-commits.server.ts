import type { Database as SqliteConnection } from "better-sqlite3";
import { CannotSaveError, cannotSaveReason, codeOf } from "./cannot-save.ts";
import { toldOn, whenNotBusy } from "./sqlite-patience.ts";
import type { KeptStatements } from "./sqlite-statements.server.ts";
import { Turnstile } from "./turnstile.ts";

const maxMembers = 64;

/** Those whose changes are committed together, and what became of that. */
class Group {
  memberCount = 0;
  /** The turn of the loop in which it began is over: it waits for the member that is at work. */
  isDue = false;
  failure: CannotSaveError | undefined;
  readonly ended: Promise<void>;
  #end: () => void = () => {};

  constructor() {
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  end(failure?: CannotSaveError) {
    this.failure = failure;
    this.#end();
  }

  /** @throws what its members are told, where nothing of theirs was kept. */
  async outcome() {
    await this.ended;
    if (this.failure) throw this.failure;
  }
}

/** A transaction, or a statement by itself, whose turn it is to write. */
export type Member = {
  readonly group: Group;
  /** Nobody's changes stand before its own: it needs no savepoint. */
  readonly isFirst: boolean;
  /** It has given the turn on. */
  isOver: boolean;
};

type Options = { statements: KeptStatements; patienceMilliseconds: number };

/**
 * One COMMIT, which is one wait for the disk, for all who wrote in the same turn
 * of the event loop. Each is told that it is saved only after that COMMIT; where
 * it fails, all are told so and nothing of theirs is kept.
 *
 * Members write one after another, each behind a savepoint. Who takes longer than
 * a turn of the loop lets nobody else in before its group is committed.
 */
export class SqliteCommits {
  readonly #sqlite: SqliteConnection;
  readonly #statements: KeptStatements;
  readonly #patienceMilliseconds: number;
  /** Taken by whoever writes now, and by whoever is the next to ask for the lock. */
  readonly #turn = new Turnstile();
  #group: Group | undefined;

  constructor(sqlite: SqliteConnection, options: Options) {
    this.#sqlite = sqlite;
    this.#statements = options.statements;
    this.#patienceMilliseconds = options.patienceMilliseconds;
  }

  /** Begins a transaction. Whoever has joined must call `finish` or `takeBack`. */
  async join(): Promise<Member> {
    const member = await this.#enter();
    try {
      if (!member.isFirst) this.#run("savepoint member");
      return member;
    } catch (error) {
      this.#handOn(member);
      throw toldOn(error);
    }
  }

  /** Does one statement of a member. */
  async within<Result>(
    { group }: Member,
    work: () => Promise<Result>,
  ): Promise<Result> {
    if (group.failure) throw group.failure;
    try {
      return await work();
    } catch (error) {
      // A full disk, for one, has SQLite roll back everything by itself.
      if (!this.#sqlite.inTransaction) this.#lose(group, error);
      throw toldOn(error);
    }
  }

  /** Ends when the member's changes are on disk. */
  async finish(member: Member): Promise<void> {
    const { group, isFirst } = member;
    if (group.failure) throw group.failure;
    if (!isFirst) this.#run("release member");
    this.#handOn(member);
    await group.outcome();
  }

  /**
   * Takes back what a member did, and nothing else. It has seen the changes of those
   * before it, so what it tells is told only when these are on disk.
   */
  async takeBack(member: Member): Promise<void> {
    // After a commit that failed Kysely asks for a rollback.
    if (member.isOver) return;
    const { group } = member;
    const isLost = group.failure !== undefined;
    try {
      if (!isLost) this.#rollBack(member);
    } finally {
      this.#handOn(member);
    }
    if (!isLost) await group.outcome();
  }

  /** A statement outside a transaction. One that fails has changed nothing. */
  async writeOne<Result>(work: () => Promise<Result>): Promise<Result> {
    const member = await this.#enter();
    try {
      return await this.within(member, work);
    } finally {
      this.#handOn(member);
      await member.group.outcome();
    }
  }

  /** Work outside any transaction, such as a pragma: what was written before it is committed first. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const leave = await this.enterAlone();
    try {
      return await whenNotBusy(work, this.#patienceEnds());
    } finally {
      leave();
    }
  }

  /** @returns what must be called to let the next in. */
  async enterAlone(): Promise<() => void> {
    await this.#turn.enter();
    if (this.#group) this.#commit(this.#group);
    return () => this.#turn.leave();
  }

  async #enter(): Promise<Member> {
    const givesUpAt = this.#patienceEnds();
    await this.#turn.enter();
    try {
      this.#group ??= await this.#begin(givesUpAt);
    } catch (error) {
      this.#turn.leave();
      throw error;
    }
    const isFirst = this.#group.memberCount === 0;
    return { group: this.#group, isFirst, isOver: false };
  }

  /**
   * Begins IMMEDIATE: a deferred transaction that reads first and writes later
   * fails with SQLITE_BUSY_SNAPSHOT as soon as another process wrote in between.
   */
  async #begin(givesUpAt: number): Promise<Group> {
    await whenNotBusy(() => this.#run("begin immediate"), givesUpAt);
    const group = new Group();
    setImmediate(() => this.#endOfTurn(group));
    return group;
  }

  #handOn(member: Member) {
    const { group } = member;
    member.isOver = true;
    group.memberCount += 1;
    if (this.#group === group) {
      if (group.isDue) this.#commit(group);
      // Those who wait are let in after the commit, so that the loop has its turn between.
      else if (group.memberCount >= maxMembers) return;
    }
    this.#turn.leave();
  }

  #endOfTurn(group: Group) {
    if (this.#group !== group) return;
    if (group.memberCount >= maxMembers) {
      this.#commit(group);
      this.#turn.leave();
    } else if (this.#turn.isTaken()) group.isDue = true;
    else this.#commit(group);
  }

  #commit(group: Group) {
    try {
      this.#run("commit");
    } catch (error) {
      this.#lose(group, error);
      return;
    }
    this.#group = undefined;
    group.end();
  }

  #rollBack({ group, isFirst }: Member) {
    if (isFirst) {
      this.#lose(group);
      return;
    }
    try {
      this.#run("rollback to member");
      this.#run("release member");
    } catch (error) {
      this.#lose(group, error);
    }
  }

  /** Ends a group of which nothing is kept; without an error where nobody is in it who would be told. */
  #lose(group: Group, error?: unknown) {
    this.#group = undefined;
    group.end(error === undefined ? undefined : failureOf(error));
    if (this.#sqlite.inTransaction) this.#run("rollback");
  }

  #run(sql: string) {
    this.#statements.prepare(sql).run([]);
  }

  #patienceEnds(): number {
    return performance.now() + this.#patienceMilliseconds;
  }
}

function failureOf(error: unknown): CannotSaveError {
  if (error instanceof CannotSaveError) return error;
  const reason = cannotSaveReason(error) ?? "disk";
  return new CannotSaveError(reason, codeOf(error), error);
}
