import { sql, type TableMetadata } from "kysely";
import { isCarried } from "./carried-tables.ts";
import { engineOf } from "./engine.server.ts";
import type { Db } from "./schema.ts";

/** What has to be known of a table to carry all of its rows elsewhere. */
export type TableShape = {
  name: string;
  /** In the order of their names. */
  columns: string[];
  key: string[];
  /** They point to rows that come later: written empty, and filled when those are there. */
  late: string[];
};

type ForeignKey = { table: string; column: string; to: string };

/** Every table that holds what people wrote or did, each after those that its rows point to. */
export async function readTableShapes(db: Db): Promise<TableShape[]> {
  const tables = (await db.introspection.getTables())
    .filter(({ name }) => isCarried(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const keys = await readKeys(db);
  const order = orderTables(tables, await readForeignKeys(db));
  return order.map(({ table, late }) => ({
    name: table.name,
    columns: table.columns.map(({ name }) => name).sort(),
    key: keys.get(table.name) ?? [],
    late,
  }));
}

type Ordered = { table: TableMetadata; late: string[] };

/** A circle is broken where a column of it may be empty for a while. */
function orderTables(tables: TableMetadata[], all: ForeignKey[]): Ordered[] {
  const ordered: Ordered[] = [];
  const left = new Map(tables.map((table) => [table.name, table]));
  while (left.size > 0) {
    const open = all.filter(({ table, to }) => left.has(table) && left.has(to));
    const choices = [...left.values()].map((table) => ({
      table,
      keys: open.filter((key) => key.table === table.name),
    }));
    const chosen =
      choices.find(({ table, keys }) =>
        keys.every(({ to }) => to === table.name),
      ) ??
      choices.find(
        ({ table, keys }) =>
          leadsBack(table.name, open) && keys.every(mayBeEmpty(table)),
      );
    if (!chosen) throw new Error(`No order for ${[...left.keys()].join(", ")}`);
    const late = chosen.keys.map(({ column }) => column);
    ordered.push({ table: chosen.table, late });
    left.delete(chosen.table.name);
  }
  return ordered;
}

/** Whether one comes from a table, by what rows of it point to, to the table itself. */
function leadsBack(name: string, keys: ForeignKey[]): boolean {
  const reached = new Set<string>();
  const next = [name];
  for (let table = next.pop(); table !== undefined; table = next.pop())
    for (const { to } of keys.filter((key) => key.table === table)) {
      if (reached.has(to)) continue;
      reached.add(to);
      next.push(to);
    }
  return reached.has(name);
}

function mayBeEmpty({ columns }: TableMetadata) {
  return ({ column }: ForeignKey) =>
    columns.some(({ name, isNullable }) => name === column && isNullable);
}

async function readForeignKeys(db: Db): Promise<ForeignKey[]> {
  const inPostgres = sql<ForeignKey>`
    select t.relname as "table", a.attname as "column", r.relname as "to"
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_class r on r.oid = c.confrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = any(c.conkey)
    where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace`;
  const inSqlite = sql<ForeignKey>`
    select m.name as "table", f."from" as "column", f."table" as "to"
    from sqlite_schema m, pragma_foreign_key_list(m.name) f
    where m.type = 'table'`;
  const isPostgres = engineOf(db) === "postgres";
  return (await (isPostgres ? inPostgres : inSqlite).execute(db)).rows;
}

/** The columns of each table's primary key, in its order. */
async function readKeys(db: Db): Promise<Map<string, string[]>> {
  type Part = { table: string; column: string };
  const inPostgres = sql<Part>`
    select t.relname as "table", a.attname as "column"
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    cross join unnest(c.conkey) with ordinality as k (number, place)
    join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
    where c.contype = 'p' and t.relnamespace = current_schema()::regnamespace
    order by k.place`;
  const inSqlite = sql<Part>`
    select m.name as "table", i.name as "column"
    from sqlite_schema m, pragma_table_info(m.name) i
    where m.type = 'table' and i.pk > 0
    order by i.pk`;
  const isPostgres = engineOf(db) === "postgres";
  const { rows } = await (isPostgres ? inPostgres : inSqlite).execute(db);
  const keys = new Map<string, string[]>();
  for (const { table, column } of rows)
    keys.set(table, [...(keys.get(table) ?? []), column]);
  return keys;
}
