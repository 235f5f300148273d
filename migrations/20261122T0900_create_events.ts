import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`
    create table events (
      id integer primary key,
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
    ) strict
  `.execute(db);
  await sql`
    create index events_by_subject on events (subject_kind, subject_id, id)
  `.execute(db);
  await sql`
    create trigger events_are_never_changed before update on events
    begin
      select raise(abort, 'events are append-only');
    end
  `.execute(db);
  await sql`
    create trigger events_are_never_deleted before delete on events
    begin
      select raise(abort, 'events are append-only');
    end
  `.execute(db);
}
