import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * Words of one answer get an index on SQLite, as PostgreSQL has one. It is filled
 * response by response, as each is indexed anew.
 */
export async function up(db: Kysely<any>) {
  if (ddl(db).isPostgres) return;
  await sql`
    create virtual table answer_search using fts5 (
      words,
      content = '',
      detail = 'none',
      tokenize = 'unicode61 remove_diacritics 0'
    )
  `.execute(db);
  await sql`
    insert into answer_search (answer_search, rank) values ('secure-delete', 1)
  `.execute(db);
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'response.index', '{"responseId":' || id || '}', recorded_at, recorded_at
    from responses
    where state <> 'withdrawn'
    order by id
  `.execute(db);
}
