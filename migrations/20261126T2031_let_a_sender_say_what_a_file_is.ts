import { type Kysely, sql } from "kysely";

/** A line of the sender's own beside each of their files. */
export async function up(db: Kysely<any>) {
  await sql`alter table attachments add column about text`.execute(db);
}
