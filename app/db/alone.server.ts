import { sql } from "kysely";
import { codeOf } from "./cannot-save.ts";
import { engineOf } from "./engine.server.ts";
import type { Db } from "./schema.ts";

/** Neither the turn's number nor that of indexing. */
const restoring = 3;

/** Somebody else is at the same work on the same database. */
export class NotAloneError extends Error {
  override name = "NotAloneError";
}

/**
 * Does what one process at a time may do to a database of PostgreSQL's. Where
 * that is killed the server lets go of it.
 *
 * @throws a NotAloneError where another is at it.
 */
export async function restoreAlone<Result>(
  db: Db,
  work: () => Promise<Result>,
): Promise<Result> {
  if (engineOf(db) !== "postgres") return work();
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ isMine: boolean }>`
      select pg_try_advisory_lock(${restoring}, 0) as "isMine"`.execute(
      connection,
    );
    if (!rows[0]?.isMine)
      throw new NotAloneError("Another restore into the same database runs");
    try {
      return await work();
    } finally {
      // Where the connection is gone, so is the lock.
      await sql`select pg_advisory_unlock(${restoring}, 0)`
        .execute(connection)
        .catch(() => undefined);
    }
  });
}

/** Whether a row came that had another's key: somebody else writes too. */
export function isDuplicate(error: unknown): boolean {
  return /^(23505|SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE|ROWID))$/.test(
    codeOf(error),
  );
}
