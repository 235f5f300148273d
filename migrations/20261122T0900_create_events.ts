import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { isPostgres, id, end, refusal } = ddl(db);
  if (isPostgres) await createFunctions(db);
  await sql`
    create table events (
      id ${id},
      at text not null,
      actor_kind text not null check (actor_kind in ('system', 'respondent', 'staff')),
      actor_id text,
      subject_kind text not null check (subject_kind in ('call', 'draft', 'response', 'attachment', 'tag', 'staff', 'import')),
      subject_id integer,
      type text not null,
      details text not null check (json_valid(details)),
      previous_hash text not null unique,
      hash text not null unique,
      check ((actor_kind = 'staff') = (actor_id is not null))
    )${end}
  `.execute(db);
  await sql`
    create index events_by_subject on events (subject_kind, subject_id, id)
  `.execute(db);
  await refusal(
    "events_are_never_changed",
    "before update on events",
    "events are append-only",
  ).execute(db);
  await refusal(
    "events_are_never_deleted",
    "before delete on events",
    "events are append-only",
  ).execute(db);
  if (isPostgres)
    await refusal(
      "events_are_never_emptied",
      "before truncate on events",
      "events are append-only",
    ).execute(db);
}

/** PostgreSQL has `is json` from its version 16 on; text that is none is refused by the cast. */
async function createFunctions(db: Kysely<any>) {
  await sql`
    create function json_valid(value text) returns boolean
    language plpgsql immutable strict as $$
    begin
      return value::json is not null;
    exception when others then
      return false;
    end $$
  `.execute(db);
  await sql`
    create function refuse() returns trigger language plpgsql as $$
    begin
      raise exception '%', tg_argv[0];
    end $$
  `.execute(db);
}
