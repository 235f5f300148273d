import { type Kysely, sql } from "kysely";

/** A session is deleted when it ends; when its person was last here stays. */
export async function up(db: Kysely<any>) {
  await sql`alter table staff add column last_seen_at text`.execute(db);
}
