import { sql } from "kysely";
import type { Db } from "#app/db/schema.ts";

/**
 * The plans of every statement that `run` gives to the database, one text each,
 * in order. Insertions have none worth reading and are left out.
 */
export async function readQueryPlans(
  db: Db,
  run: (watched: Db) => Promise<unknown>,
): Promise<string[]> {
  const statements: { text: string; parameters: readonly unknown[] }[] = [];
  await run(
    db.withPlugin({
      transformQuery: ({ node, queryId }) => {
        if (node.kind !== "InsertQueryNode") {
          const query = db.getExecutor().compileQuery(node, queryId);
          statements.push({ text: query.sql, parameters: query.parameters });
        }
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
  );
  const plans: string[] = [];
  for (const { text, parameters } of statements) {
    const parts = text.split("?");
    const query = sql.join(
      parts.flatMap((part, index) => [
        sql.raw(part),
        ...(index < parts.length - 1 ? [sql.val(parameters[index])] : []),
      ]),
      sql``,
    );
    const { rows } = await sql<{ detail: string }>`
      explain query plan ${query}`.execute(db);
    plans.push(rows.map((row) => row.detail).join("\n"));
  }
  return plans;
}
