import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * Notes and memos are searched beside what people wrote, and what they wrote
 * apart from what they chose. The index is made anew response by response: what
 * stands in it until then is found as before.
 */
export async function up(db: Kysely<any>) {
  if (ddl(db).isPostgres) {
    await sql`
      create table note_search (
        response_id integer primary key references response_search (response_id) on delete cascade,
        words text not null
      )
    `.execute(db);
    await sql`
      alter table response_search_parts add column place text not null default ''
    `.execute(db);
  } else {
    await sql`
      create virtual table note_search using fts5 (
        words,
        tokenize = 'porter unicode61 remove_diacritics 2'
      )
    `.execute(db);
    await sql`
      insert into note_search (note_search, rank) values ('secure-delete', 1)
    `.execute(db);
  }
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'response.index', '{"responseId":' || id || '}', recorded_at, recorded_at
    from responses
    where state <> 'withdrawn'
    order by id
  `.execute(db);
}
