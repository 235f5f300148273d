import { sql } from "kysely";
import { importStates } from "./column-values.ts";

const unseenStates = importStates.filter((state) => state !== "done");

/**
 * A condition for `where`: what came in has come in whole. An import is written
 * in pieces; until its last one is there, and again while it is undone, nobody
 * sees any of its rows. Every selection of responses for staff has it, and every
 * count. The few imports concerned are looked up once for all rows.
 */
export function hasArrived(table: "responses" | "earlier" | "response_counts") {
  const importId = sql.ref(`${table}.import_id`);
  return sql<boolean>`coalesce(${importId}, 0) not in (select imports.id from imports where imports.state in (${sql.join(unseenStates)}))`;
}
