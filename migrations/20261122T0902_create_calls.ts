import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { isPostgres, id, end, refusal } = ddl(db);
  // SQLite lets a column refer to a table that comes later.
  const currentDefinition = sql.raw(
    isPostgres ? "integer" : "integer references call_definitions (id)",
  );
  await sql`
    create table calls (
      id ${id},
      slug text not null unique check (length(slug) between 1 and 80),
      state text not null check (state in ('draft', 'open', 'closing-announced', 'closed-late-accepted', 'closed', 'archived')),
      opens_at text,
      closes_at text,
      current_definition_id ${currentDefinition},
      row_version integer not null default 1,
      created_at text not null,
      check (state <> 'closing-announced' or closes_at is not null)
    )${end}
  `.execute(db);
  await sql`
    create table call_definitions (
      id ${id},
      call_id integer not null references calls (id),
      version integer not null check (version >= 1),
      definition text not null check (json_valid(definition)),
      created_at text not null,
      unique (call_id, version)
    )${end}
  `.execute(db);
  if (isPostgres)
    await sql`
      alter table calls add foreign key (current_definition_id) references call_definitions (id)
    `.execute(db);
  await refusal(
    "call_definitions_are_frozen",
    "before update on call_definitions",
    "a definition is never changed: add a version",
  ).execute(db);
  await sql`
    create table late_codes (
      id ${id},
      call_id integer not null references calls (id),
      code_hash text not null unique,
      issued_at text not null,
      used_at text
    )${end}
  `.execute(db);
}
