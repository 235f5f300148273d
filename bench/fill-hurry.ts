import { sql } from "kysely";
import { engineOf } from "#app/db/engine.server.ts";
import type { Db } from "#app/db/schema.ts";

const pragmas = [
  "synchronous = OFF",
  "secure_delete = OFF",
  "cache_size = -400000",
  "wal_autocheckpoint = 20000",
];
/** Of the index of words: how much is gathered before it is written, and how many parts are left lying. */
const hurriedSearch = { hashsize: 32 * 1024 * 1024, automerge: 0 };
const usualSearch = { hashsize: 1024 * 1024, automerge: 4 };

const filledTables = [
  "responses",
  "answers",
  "response_tags",
  "events",
  "response_search_parts",
];
const countTrigger = "responses_counted_in";

/**
 * Lays aside what is quicker made once than row by row: indexes, counts and the
 * order in the index of words. Nobody is answered by a fill: one that is cut off is thrown
 * away and begun again. On SQLite the settings are this connection's.
 *
 * @returns what puts it all in place again, of whatever rows are there then.
 */
export async function hurry(db: Db): Promise<() => Promise<void>> {
  const isSqlite = engineOf(db) === "sqlite";
  if (isSqlite) {
    for (const pragma of pragmas)
      await sql`pragma ${sql.raw(pragma)}`.execute(db);
    await setSearch(db, hurriedSearch);
  }
  const indexes = isSqlite
    ? await readSqlite(db, sql`type = 'index' and tbl_name`, filledTables)
    : await readPostgresIndexes(db);
  const triggers = isSqlite
    ? await readSqlite(db, sql`type = 'trigger' and name`, [countTrigger])
    : [];
  for (const { name } of indexes)
    await sql`drop index ${sql.ref(name)}`.execute(db);
  await stopCounting(db, triggers);
  return async () => {
    for (const { statement } of [...indexes, ...triggers])
      await sql`${sql.raw(statement)}`.execute(db);
    await countAll(db);
    if (isSqlite) {
      for (const table of ["response_search", "answer_search"])
        await sql`insert into ${sql.ref(table)} (${sql.ref(table)}) values ('optimize')`.execute(
          db,
        );
      await setSearch(db, usualSearch);
    } else
      await sql`alter table responses enable trigger ${sql.ref(countTrigger)}`.execute(
        db,
      );
  };
}

async function setSearch(db: Db, settings: Record<string, number>) {
  for (const table of ["response_search", "answer_search"])
    for (const [name, value] of Object.entries(settings))
      await sql`insert into ${sql.ref(table)} (${sql.ref(table)}, rank)
        values (${name}, ${value})`.execute(db);
}

type Made = { name: string; statement: string };

async function readSqlite(
  db: Db,
  condition: ReturnType<typeof sql>,
  names: string[],
): Promise<Made[]> {
  const { rows } = await sql<Made>`
    select name, sql as statement from sqlite_master
    where sql is not null and ${condition} in (${sql.join(names)})
    order by rowid
  `.execute(db);
  return rows;
}

/** Without those that a primary key or a constraint has for itself. */
async function readPostgresIndexes(db: Db): Promise<Made[]> {
  const { rows } = await sql<Made>`
    select indexname as name, indexdef as statement from pg_indexes
    where schemaname = current_schema() and tablename in (${sql.join(filledTables)})
      and indexname not in (select conname from pg_constraint)
  `.execute(db);
  return rows;
}

async function stopCounting(db: Db, triggers: Made[]) {
  for (const { name } of triggers)
    await sql`drop trigger ${sql.ref(name)}`.execute(db);
  if (engineOf(db) === "postgres")
    await sql`alter table responses disable trigger ${sql.ref(countTrigger)}`.execute(
      db,
    );
}

async function countAll(db: Db) {
  await db.deleteFrom("response_counts").execute();
  await sql`
    insert into response_counts (call_id, state, import_id, count)
    select call_id, state, coalesce(import_id, 0), count(*) from responses
    group by call_id, state, coalesce(import_id, 0)
  `.execute(db);
}
