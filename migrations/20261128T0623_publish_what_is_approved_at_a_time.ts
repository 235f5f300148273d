import { type Kysely, sql } from "kysely";

/** Who approved a proposal for a time to come, and when it is published. */
export async function up(db: Kysely<any>) {
  for (const column of [
    "approved_by_id text references staff (id)",
    "approved_at text",
    "publish_at text",
  ])
    await sql`alter table definition_drafts add column ${sql.raw(column)}`.execute(
      db,
    );
}
