import { CompiledQuery, type InsertObject } from "kysely";
import type { HeardSchema, Trx } from "#app/db/schema.ts";

/** So that the widest table's rows are fewer values than a statement takes on either engine. */
const rowsInStatement = 500;

type Rows<Table extends keyof HeardSchema> = InsertObject<HeardSchema, Table>[];

/**
 * Many rows in few statements. Kysely takes longer to write a statement of 500
 * rows than SQLite to run it, so each is written once and run again with other
 * values. Every row must have the same columns in the same order.
 */
export function bulkInserter() {
  const compiled = new Map<string, string>();
  return async <Table extends keyof HeardSchema>(
    trx: Trx,
    table: Table,
    rows: Rows<Table>,
    returning?: "id",
  ): Promise<{ id: number }[]> => {
    const found: { id: number }[] = [];
    for (let start = 0; start < rows.length; start += rowsInStatement) {
      const part = rows.slice(start, start + rowsInStatement);
      const name = `${table} ${part.length}`;
      let statement = compiled.get(name);
      if (statement === undefined) {
        const { sql } = trx.insertInto(table).values(part).compile();
        statement = returning ? `${sql} returning id` : sql;
        compiled.set(name, statement);
      }
      const parameters = part.flatMap((row) => Object.values(row));
      const run = CompiledQuery.raw(statement, parameters);
      const result = await trx.executeQuery<{ id: number }>(run);
      found.push(...result.rows);
    }
    return found;
  };
}
