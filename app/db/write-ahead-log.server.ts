import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { engineOf } from "./engine.server.ts";
import type { Db } from "./schema.ts";

const maxTries = 5;
const pauseMilliseconds = 40;

/**
 * Moves what SQLite has written beside its file into it and cuts the log to
 * nothing: a page that was deleted or written over stands there in its old words otherwise.
 * To be called after a deletion, and now and then; outside a transaction.
 *
 * @returns false where another process is reading or writing all the time; the next call does it.
 */
export async function emptyWriteAheadLog(db: Db): Promise<boolean> {
  // What PostgreSQL keeps of a deleted row, and for how long, is its operator's (docs/decisions/220).
  if (engineOf(db) === "postgres") return true;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const { rows } = await sql<{ busy: number }>`
      pragma wal_checkpoint(truncate)`.execute(db);
    if (rows[0]?.busy === 0) return true;
    await sleep(pauseMilliseconds);
  }
  return false;
}
