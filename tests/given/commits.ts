import { readFileSync } from "node:fs";
import SqliteConnection from "better-sqlite3";
import { CompiledQuery } from "kysely";
import { onTestFinished } from "vitest";
import type { Db } from "#app/db/schema.ts";

const headerBytes = 32;
const frameHeaderBytes = 24;

/** From here on every commit stands in the write-ahead log, to be counted. */
export async function keepWholeLog(db: Db) {
  await db.executeQuery(CompiledQuery.raw("pragma wal_autocheckpoint = 0"));
}

/**
 * How many commits SQLite's write-ahead log holds, each of which was waited for
 * on the disk: the last frame of a commit tells the size of the file after it
 * (https://www.sqlite.org/fileformat.html#the_write_ahead_log).
 */
export function countCommits(file: string): number {
  const log = readFileSync(`${file}-wal`);
  if (log.length === 0) return 0;
  const frameBytes = frameHeaderBytes + log.readUInt32BE(8);
  let count = 0;
  for (let at = headerBytes; at < log.length; at += frameBytes)
    if (log.readUInt32BE(at + 4) > 0) count += 1;
  return count;
}

/** What another process would find in the file now. */
export function lookFromOutside(file: string): () => string[] {
  const connection = new SqliteConnection(file, { readonly: true });
  onTestFinished(() => void connection.close());
  const statement = connection
    .prepare("select kind from jobs order by id")
    .pluck();
  return () => statement.all() as string[];
}

/** Lets everything go on that waits for nothing but others of this turn of the event loop. */
export async function withinThisTurn() {
  for (let count = 0; count < 200; count += 1) await Promise.resolve();
}
