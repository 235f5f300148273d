import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  if (ddl(db).isPostgres) return createTables(db);
  await sql`
    create virtual table response_search using fts5 (
      answers,
      attachments,
      tokenize = 'porter unicode61 remove_diacritics 2'
    )
  `.execute(db);
  await sql`
    insert into response_search (response_search, rank) values ('secure-delete', 1)
  `.execute(db);
}

/** The words of a text in parts, because a tsvector counts no place beyond 16,383 and no more than 255 of one word. */
async function createTables(db: Kysely<any>) {
  await sql`
    create table response_search (
      response_id integer primary key references responses (id) on delete cascade,
      answers text not null,
      attachments text not null
    )
  `.execute(db);
  await sql`
    create table response_search_parts (
      response_id integer not null references response_search (response_id) on delete cascade,
      part integer not null,
      words tsvector not null,
      primary key (response_id, part)
    )
  `.execute(db);
  await sql`
    create index response_search_parts_by_word on response_search_parts using gin (words)
  `.execute(db);
}
