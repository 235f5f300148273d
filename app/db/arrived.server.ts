import { sql } from "kysely";

/**
 * A condition for `where`: the response came in whole. An import is written in
 * pieces; until its last one is there, and again while it is undone, nobody
 * sees any of its rows. Every selection of responses for staff has it.
 */
export function hasArrived() {
  return sql<boolean>`not exists (select 1 from imports where imports.id = responses.import_id and imports.state <> 'done')`;
}
