import { type Kysely, sql } from "kysely";

/** Which questions of a version people who have begun must be asked again, why, and on which version they had begun. */
export async function up(db: Kysely<any>) {
  await sql`alter table call_definitions add column asks_again text`.execute(
    db,
  );
  await sql`alter table definition_drafts add column asks_again text`.execute(
    db,
  );
  await sql`
    alter table drafts add column begun_definition_id integer references call_definitions (id)
  `.execute(db);
}
