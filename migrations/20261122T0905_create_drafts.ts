import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table drafts (
      id ${id},
      public_id text not null unique,
      holder_hash text not null,
      call_id integer not null references calls (id),
      definition_id integer not null references call_definitions (id),
      language text not null,
      late_code_id integer references late_codes (id),
      submitted_response_id integer references responses (id),
      submitted_at text,
      row_version integer not null default 1,
      created_at text not null,
      updated_at text not null,
      expires_at text not null,
      check ((submitted_response_id is null) = (submitted_at is null))
    )${end}
  `.execute(db);
  await sql`
    create unique index drafts_one_unsent_for_each_holder_and_call on drafts (holder_hash, call_id) where submitted_at is null
  `.execute(db);
  await sql`
    create index drafts_by_holder on drafts (holder_hash, call_id, id)
  `.execute(db);
  await sql`
    create index drafts_by_expiry on drafts (expires_at)
  `.execute(db);
  await sql`
    create table draft_answers (
      draft_id integer not null references drafts (id) on delete cascade,
      question_id text not null,
      value text not null check (json_valid(value)),
      saved_at text not null,
      primary key (draft_id, question_id)
    )${end}
  `.execute(db);
}
