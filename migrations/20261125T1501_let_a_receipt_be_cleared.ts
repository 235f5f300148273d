import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`
    alter table drafts add column receipt_cleared_at text
      check (receipt_cleared_at is null or submitted_at is not null)
  `.execute(db);
}
