import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`alter table calls add column outcome text`.execute(db);
}
