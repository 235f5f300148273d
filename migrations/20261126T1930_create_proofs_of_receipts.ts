import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** The public halves of the keys, a day's root, and the fingerprint of each receipt; none of them is ever changed but to say in which day it stands. */
export async function up(db: Kysely<any>) {
  const { id, end, isPostgres, refusal } = ddl(db);
  await sql`
    create table receipt_keys (
      kid text not null primary key,
      public_key text not null unique,
      used_since text not null
    )${end}
  `.execute(db);
  await sql`
    create table receipt_days (
      day text not null primary key,
      leaf_count integer not null check (leaf_count >= 0),
      root text not null,
      block_roots text not null,
      kid text not null references receipt_keys (kid),
      signature text not null,
      made_at text not null
    )${end}
  `.execute(db);
  await sql`
    create table receipt_leaves (
      id ${id},
      response_id integer references responses (id) on delete set null,
      version integer not null check (version >= 1),
      kept_at text not null,
      salt text not null,
      leaf text not null,
      in_day text references receipt_days (day),
      position integer,
      unique (response_id, version),
      check ((in_day is null) = (position is null))
    )${end}
  `.execute(db);
  await sql`
    create unique index receipt_leaves_by_day on receipt_leaves (in_day, position)
  `.execute(db);
  await sql`
    create index receipt_leaves_without_day on receipt_leaves (kept_at) where in_day is null
  `.execute(db);
  const neverChanged = "the root of a day never changes";
  for (const [name, when] of [
    ["receipt_days_are_never_changed", "before update on receipt_days"],
    ["receipt_days_are_never_deleted", "before delete on receipt_days"],
    ...(isPostgres
      ? [["receipt_days_are_never_emptied", "before truncate on receipt_days"]]
      : []),
  ] as [string, string][])
    await refusal(name, when, neverChanged).execute(db);
}
