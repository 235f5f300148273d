import SqliteConnection from "better-sqlite3";
import pg from "pg";
import type { DatabasePlace } from "#app/db/connection.server.ts";

type Lock = { release: () => Promise<void> };

/** Holds all that may be written, as an import or a backup of another process would. */
export async function holdWriteLock(place: DatabasePlace): Promise<Lock> {
  return "url" in place ? holdTables(place.url) : holdFile(place.file);
}

function holdFile(file: string): Lock {
  const connection = new SqliteConnection(file, { timeout: 15_000 });
  connection.exec("begin immediate");
  return {
    async release() {
      connection.exec("commit");
      connection.close();
    },
  };
}

/** The turn alone, as whoever writes an event on another server has it. */
export async function holdTurn(url: string): Promise<Lock> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("begin; select pg_advisory_xact_lock(1)");
  return {
    async release() {
      await client.query("commit");
      await client.end();
    },
  };
}

/** The turn, which our transactions wait for, and every table, for what goes beside it. */
async function holdTables(url: string): Promise<Lock> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ tables: string }>(
    "select string_agg(quote_ident(tablename), ', ') as tables from pg_tables where schemaname = 'public'",
  );
  await client.query(
    `begin; select pg_advisory_xact_lock(1); lock table ${rows[0]?.tables} in exclusive mode`,
  );
  return {
    async release() {
      await client.query("commit");
      await client.end();
    },
  };
}
