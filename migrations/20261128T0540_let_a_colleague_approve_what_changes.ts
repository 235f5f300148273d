import { type Kysely, sql } from "kysely";

/** Who asked a colleague to look at a working copy, as it stood then; and what a colleague said who sent it back. */
export async function up(db: Kysely<any>) {
  for (const column of [
    "proposed_by_id text references staff (id)",
    "proposed_at text",
    "proposed_version integer",
    "returned_by_id text references staff (id)",
    "returned_at text",
    "returned_note text",
  ])
    await sql`alter table definition_drafts add column ${sql.raw(column)}`.execute(
      db,
    );
}
