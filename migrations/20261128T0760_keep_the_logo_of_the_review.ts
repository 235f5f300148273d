import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * Pictures that a team has tried or shown beside its review's name, drawn anew by
 * us; in a row each, so that a backup, a move and every server has them.
 */
export async function up(db: Kysely<any>) {
  const { end, refusal } = ddl(db);
  await sql`
    create table logos (
      hash text not null primary key check (length(hash) = 64),
      width integer not null check (width between 8 and 1000),
      height integer not null check (height between 8 and 1000),
      is_light integer not null check (is_light in (0, 1)),
      single_size text not null check (length(single_size) <= 400000),
      double_size text not null check (length(double_size) <= 1600000),
      drawn_at text not null,
      drawn_by_id text not null references staff (id)
    )${end}
  `.execute(db);
  await refusal(
    "logos_are_frozen",
    "before update on logos",
    "a logo is never changed: its address is made of what it is",
  ).execute(db);
}
