import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * Who asked that a call be opened, with which words and at which times, and
 * what a colleague said who sent it back: at most one such wish a call.
 */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table opening_proposals (
      call_id integer not null primary key references calls (id),
      definition_id integer not null references call_definitions (id),
      opens_at text,
      closes_at text,
      times_before text not null,
      proposed_by_id text not null references staff (id),
      proposed_at text not null,
      returned_by_id text references staff (id),
      returned_at text,
      returned_note text
    )${end}
  `.execute(db);
}
