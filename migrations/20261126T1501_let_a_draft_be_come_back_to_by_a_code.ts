import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`alter table drafts add column resume_code_hash text`.execute(db);
  await sql`
    create unique index drafts_by_resume_code on drafts (resume_code_hash)
  `.execute(db);
}
