import { sql } from "kysely";
import type { Db } from "#app/db/schema.ts";

type Statement = { text: string; parameters: readonly unknown[] };

/**
 * The plans of every statement that `run` gives to the database, one text each,
 * in order. Insertions have none worth reading and are left out.
 */
export async function readQueryPlans(
  db: Db,
  run: (watched: Db) => Promise<unknown>,
): Promise<string[]> {
  const made = new Map<object, Statement>();
  const statements: Statement[] = [];
  await run(
    db.withPlugin({
      transformQuery: ({ node, queryId }) => {
        if (node.kind !== "InsertQueryNode") {
          const query = db.getExecutor().compileQuery(node, queryId);
          made.set(queryId, { text: query.sql, parameters: query.parameters });
        }
        return node;
      },
      // A statement that stands inside another is made as well, and never runs by itself.
      transformResult: async ({ result, queryId }) => {
        const statement = made.get(queryId);
        if (statement) statements.push(statement);
        return result;
      },
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
