import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`alter table draft_pages add column saved_by text`.execute(db);
}
