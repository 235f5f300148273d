import { type Kysely, sql } from "kysely";

/** Who had proposed what a colleague sent back: it waits for them. */
export async function up(db: Kysely<any>) {
  await sql`
    alter table definition_drafts add column returned_to_id text references staff (id)
  `.execute(db);
}
