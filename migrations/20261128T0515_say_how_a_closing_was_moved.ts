import { type Kysely, sql } from "kysely";

/** Each time that people were told, with the one that it became and who decided it: the old one stays on the call's page. */
export async function up(db: Kysely<any>) {
  await sql`alter table calls add column extensions text`.execute(db);
}
