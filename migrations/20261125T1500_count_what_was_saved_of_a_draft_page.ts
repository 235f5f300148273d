import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`
    create table draft_pages (
      draft_id integer not null references drafts (id) on delete cascade,
      page_id text not null,
      version integer not null check (version > 0),
      saved_at text not null,
      primary key (draft_id, page_id)
    ) strict
  `.execute(db);
}
