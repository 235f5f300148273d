import { type Kysely, PostgresAdapter } from "kysely";

export type Engine = "sqlite" | "postgres";

/** Which engine a database, or a transaction on it, stands on. */
export function engineOf<Schema>(db: Kysely<Schema>): Engine {
  const { adapter } = db.getExecutor();
  return adapter instanceof PostgresAdapter ? "postgres" : "sqlite";
}
