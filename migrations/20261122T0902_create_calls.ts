import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`
    create table calls (
      id integer primary key,
      slug text not null unique check (length(slug) between 1 and 80),
      state text not null check (state in ('draft', 'open', 'closing-announced', 'closed-late-accepted', 'closed', 'archived')),
      opens_at text,
      closes_at text,
      current_definition_id integer references call_definitions (id),
      row_version integer not null default 1,
      created_at text not null,
      check (state <> 'closing-announced' or closes_at is not null)
    ) strict
  `.execute(db);
  await sql`
    create table call_definitions (
      id integer primary key,
      call_id integer not null references calls (id),
      version integer not null check (version >= 1),
      definition text not null check (json_valid(definition)),
      created_at text not null,
      unique (call_id, version)
    ) strict
  `.execute(db);
  await sql`
    create trigger call_definitions_are_frozen before update on call_definitions
    begin
      select raise(abort, 'a definition is never changed: add a version');
    end
  `.execute(db);
  await sql`
    create table late_codes (
      id integer primary key,
      call_id integer not null references calls (id),
      code_hash text not null unique,
      issued_at text not null,
      used_at text
    ) strict
  `.execute(db);
}
