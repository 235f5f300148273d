import { type RawBuilder, sql } from "kysely";
import { engineOf } from "./engine.server.ts";
import type { Db } from "./schema.ts";

/**
 * A column that is compared or sorted by without its index, so that another
 * leads. For SQLite, which chooses by the number of columns and not by how many
 * rows have the value; PostgreSQL counts them.
 */
export function besideIndex<Value = unknown>(
  db: Db,
  column: string,
): RawBuilder<Value> {
  return engineOf(db) === "postgres"
    ? sql<Value>`${sql.ref(column)}`
    : sql<Value>`+${sql.ref(column)}`;
}
