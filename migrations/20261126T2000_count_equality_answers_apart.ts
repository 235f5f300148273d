import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** No time, no number and no key: nothing of a row leads to anybody who answered. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table equality_counts (
      call_id integer not null references calls (id),
      question_id text not null,
      value text not null,
      count integer not null check (count >= 0),
      primary key (call_id, question_id, value)
    )${end}
  `.execute(db);
  await sql`
    alter table drafts add column equality_settled integer not null default 0
      check (equality_settled in (0, 1))
  `.execute(db);
}
