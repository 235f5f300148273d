import { PostgresAdapter } from "kysely";
import type { Db } from "./schema.ts";

export type Engine = "sqlite" | "postgres";

/** Which engine a database, or a transaction on it, stands on. */
export function engineOf(db: Db): Engine {
  const { adapter } = db.getExecutor();
  return adapter instanceof PostgresAdapter ? "postgres" : "sqlite";
}

/** One object for a database, the same for its transactions: to keep beside it what never changes in it. */
export function databaseOf(db: Db): object {
  return db.getExecutor().adapter;
}
