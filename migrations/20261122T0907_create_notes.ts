import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table notes (
      id ${id},
      response_id integer not null references responses (id) on delete cascade,
      author_id text not null references staff (id),
      body text not null check (length(body) > 0),
      written_at text not null
    )${end}
  `.execute(db);
  await sql`
    create index notes_by_response on notes (response_id, id)
  `.execute(db);
}
