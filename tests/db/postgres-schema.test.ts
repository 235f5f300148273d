import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { openTestDatabase, openTestFile } from "#tests/given/database.ts";

/** Search has tables of its own on each engine. */
const isOfSearch = (table: string) =>
  /^(response|note|answer)_search/.test(table);

/** `table.column`, with a question mark where there may be nothing. */
async function columnsOf(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ name }) => !isOfSearch(name))
    .flatMap(({ name, columns }) =>
      columns.map((column) => {
        // SQLite says of a key that is a number that it may be missing: then it gives one.
        const isKey = /^(id|attachment_texts\.attachment_id)$/.test(
          column.name === "id" ? "id" : `${name}.${column.name}`,
        );
        const mayBeMissing = column.isNullable && !isKey;
        return `${name}.${column.name}${mayBeMissing ? "?" : ""}`;
      }),
    )
    .sort();
}

async function uniqueInSqlite(db: Db): Promise<string[]> {
  const { rows } = await sql<{ found: string }>`
    select m.name || '(' || (
      select group_concat(i.name) from (select name from pragma_index_info(l.name) order by seqno) i
    ) || ')' || case when l.partial then '*' else '' end as found
    from sqlite_master m, pragma_index_list(m.name) l
    where m.type = 'table' and l."unique"`.execute(db);
  return rows.map(({ found }) => found);
}

async function uniqueInPostgres(db: Db): Promise<string[]> {
  const { rows } = await sql<{ found: string }>`
    select c.relname || '(' || (
      select string_agg(a.attname, ',' order by k.place)
      from unnest(i.indkey) with ordinality k (number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
    ) || ')' || case when i.indpred is null then '' else '*' end as found
    from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    where i.indisunique and n.nspname = 'public'`.execute(db);
  return rows.map(({ found }) => found);
}

/** Without the key that every table has, which SQLite keeps in the table itself. */
const comparable = (found: string[]) =>
  found
    .filter(
      (line) =>
        !isOfSearch(line) &&
        !/\((id|attachment_id)\)$|^(held_back|entries|redaction_looks)\(response_id\)$|^opening_proposals\(call_id\)$|^published_alone\(definition_id\)$|^portal_settings\(version\)$/.test(
          line,
        ),
    )
    .sort();

async function indexNamesOf(db: Db, statement: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`${sql.raw(statement)}`.execute(
    db,
  );
  return rows.map(({ name }) => name).sort();
}

test("both engines have the same tables and columns, and may leave out the same", async () => {
  const [here, there] = [openTestDatabase(), openTestFile()];
  const columns = await columnsOf(there.db);
  expect(columns).toContain("drafts.late_code_id?");
  expect(await columnsOf(here.db)).toEqual(columns);
});

test("both engines refuse the same twice", async () => {
  const [here, there] = [openTestDatabase(), openTestFile()];
  const unique = comparable(await uniqueInSqlite(there.db));
  expect(unique).toContain("drafts(begun_by)");
  expect(comparable(await uniqueInPostgres(here.db))).toEqual(unique);
});

test("both engines have the indexes that have names, and the migrations in one order", async () => {
  const [here, there] = [openTestDatabase(), openTestFile()];
  const named = await indexNamesOf(
    there.db,
    "select name from sqlite_master where type = 'index' and sql is not null",
  );
  const postgres = await indexNamesOf(
    here.db,
    "select indexname as name from pg_indexes where schemaname = 'public'",
  );
  expect(named.filter((name) => !postgres.includes(name))).toEqual([]);
  const migrations = "select name from kysely_migration order by name";
  expect(await indexNamesOf(here.db, migrations)).toEqual(
    await indexNamesOf(there.db, migrations),
  );
});
