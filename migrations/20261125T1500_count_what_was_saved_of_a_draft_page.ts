import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table draft_pages (
      draft_id integer not null references drafts (id) on delete cascade,
      page_id text not null,
      version integer not null check (version > 0),
      saved_at text not null,
      primary key (draft_id, page_id)
    )${end}
  `.execute(db);
}
