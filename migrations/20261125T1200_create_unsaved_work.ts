import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table unsaved_work (
      staff_id text not null references staff (id) on delete cascade,
      response_id integer not null references responses (id) on delete cascade,
      fields text not null check (json_valid(fields)),
      kept_at text not null,
      primary key (staff_id, response_id)
    )${end}
  `.execute(db);
  await sql`
    create index unsaved_work_by_response on unsaved_work (response_id)
  `.execute(db);
}
