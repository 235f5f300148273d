import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
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
