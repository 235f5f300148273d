import { sql } from "kysely";
import type { Db } from "./schema.ts";

const mostFaults = 100;

/** What SQLite finds wrong with its own file, and the rows that point at nothing; empty is right. */
export async function findSqliteFaults(db: Db): Promise<string[]> {
  const file = await sql<{ quick_check: string }>`
    pragma quick_check`.execute(db);
  const rows = await sql<{ table: string; rowid: number | null }>`
    pragma foreign_key_check`.execute(db);
  return [
    ...file.rows.map((row) => row.quick_check).filter((line) => line !== "ok"),
    ...rows.rows.map(({ table, rowid }) => `foreign key: ${table} ${rowid}`),
  ].slice(0, mostFaults);
}

/** How many rows each table has; those that a search index keeps for itself are left out. */
export async function countSqliteRows(db: Db): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select name from pragma_table_list
    where schema = 'main' and type = 'table' and name not like 'sqlite_%'
    order by name`.execute(db);
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(name)}`.execute(db);
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}
