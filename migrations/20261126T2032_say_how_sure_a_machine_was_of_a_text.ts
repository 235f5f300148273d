import { type Kysely, sql } from "kysely";

/** Of a text that a machine read off pictures; of one that was in the file itself there is nothing to say. */
export async function up(db: Kysely<any>) {
  await sql`
    alter table attachment_texts add column confidence integer check (confidence between 0 and 100)
  `.execute(db);
}
