import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * Questions that a review asks in more than one call: one row a question, and
 * each version of its words as it was saved. A call takes a copy.
 */
export async function up(db: Kysely<any>) {
  const { id, end, refusal } = ddl(db);
  await sql`
    create table bank_questions (
      id ${id},
      key text not null unique check (length(key) = 24),
      name text not null check (length(name) between 1 and 250),
      group_name text not null check (length(group_name) <= 250),
      version integer not null check (version >= 1),
      row_version integer not null default 0,
      retired_at text,
      retired_by_id text references staff (id),
      check ((retired_at is null) = (retired_by_id is null))
    )${end}
  `.execute(db);
  await sql`
    create table bank_question_versions (
      bank_question_id integer not null references bank_questions (id),
      version integer not null check (version >= 1),
      body text not null,
      saved_at text not null,
      saved_by_id text not null references staff (id),
      primary key (bank_question_id, version)
    )${end}
  `.execute(db);
  await refusal(
    "bank_question_versions_are_frozen",
    "before update on bank_question_versions",
    "a version of a question is never changed: save another",
  ).execute(db);
}
