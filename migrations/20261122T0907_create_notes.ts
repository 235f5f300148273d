import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`
    create table notes (
      id integer primary key,
      response_id integer not null references responses (id) on delete cascade,
      author_id text not null references staff (id),
      body text not null check (length(body) > 0),
      written_at text not null
    ) strict
  `.execute(db);
  await sql`
    create index notes_by_response on notes (response_id, id)
  `.execute(db);
}
