import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** What somebody gave back because it is not for them is not handed to them again. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table skips (
      staff_id text not null references staff (id) on delete cascade,
      response_id integer not null references responses (id) on delete cascade,
      reason text not null check (reason in ('conflict-of-interest', 'language', 'not-for-me')),
      skipped_at text not null,
      primary key (staff_id, response_id)
    )${end}
  `.execute(db);
  await sql`
    create index skips_by_response on skips (response_id)
  `.execute(db);
}
