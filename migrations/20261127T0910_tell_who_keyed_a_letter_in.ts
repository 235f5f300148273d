import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** What staff keyed in for somebody: by whom, from what its receipt code is made, and who read it a second time. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table entries (
      response_id integer not null primary key
        references responses (id) on delete cascade,
      receipt_seed text not null unique,
      keyed_by text not null references staff (id),
      keyed_at text not null,
      checked_by text references staff (id),
      checked_at text,
      check ((checked_by is null) = (checked_at is null)),
      check (checked_by is null or checked_by <> keyed_by)
    )${end}
  `.execute(db);
  await sql`
    create index entries_unchecked on entries (keyed_at, response_id)
      where checked_by is null
  `.execute(db);
}
