import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * What somebody of the team is to be told of a call by mail: a row goes in the
 * transaction in which its mails are left, so that nobody is told twice.
 */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table call_tellings (
      id ${id},
      call_id integer not null references calls (id),
      kind text not null check (kind in ('opening-asked', 'opening-approved',
        'opening-returned', 'opening-fell', 'change-asked', 'change-approved',
        'change-published', 'change-returned', 'change-fell',
        'publishing-cancelled', 'published-alone')),
      by_id text references staff (id),
      to_id text references staff (id),
      at text not null
    )${end}
  `.execute(db);
}
