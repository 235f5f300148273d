import { sql } from "kysely";
import type { Db } from "#app/db/schema.ts";

/** When all of it was written. */
export const at = "2026-11-26T08:00:00.000Z";

type Row = Record<string, string | number | null>;

/** Writes a row as it stands, past every operation. */
export async function put(db: Db, table: string, row: Row) {
  const columns = Object.keys(row).map((column) => sql.ref(column));
  await sql`insert into ${sql.table(table)} (${sql.join(columns)})
    values (${sql.join(Object.values(row))})`.execute(db);
}

/** Gives every row of a table these values. */
export async function change(db: Db, table: string, row: Row) {
  const values = Object.entries(row).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  );
  await sql`update ${sql.table(table)} set ${sql.join(values)}`.execute(db);
}
