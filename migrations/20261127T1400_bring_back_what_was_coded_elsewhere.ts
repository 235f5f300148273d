import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** A project of another program is checked, and what is coded in it lands or is taken back by whichever process has time. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table project_files (
      id ${id},
      name text not null,
      file_sha256 text not null,
      plan text not null check (json_valid(plan)),
      state text not null default 'checked' check (state in ('checked',
        'landing', 'landed', 'undoing', 'undone')),
      outcome text check (json_valid(outcome)),
      uploaded_by text not null references staff (id),
      uploaded_at text not null,
      asked_by text references staff (id),
      changed_at text not null,
      change_id integer references codebook_changes (id),
      row_version integer not null default 1
    )${end}
  `.execute(db);
  await sql`
    create table project_passages (
      project_file_id integer not null
        references project_files (id) on delete cascade,
      number integer not null,
      source text not null,
      response_id integer references responses (id) on delete cascade,
      answer_id integer references answers (id) on delete cascade,
      code integer not null,
      start_offset integer,
      end_offset integer,
      memo text not null,
      coder text not null,
      standing text not null check (standing in ('new', 'present', 'unplaced',
        'landed', 'left', 'removed')),
      reason text,
      words text not null,
      passage text,
      primary key (project_file_id, number)
    )${end}
  `.execute(db);
  await sql`
    create index project_passages_by_standing
      on project_passages (project_file_id, standing, number)
  `.execute(db);
  await sql`
    create index project_passages_by_passage
      on project_passages (passage) where passage is not null
  `.execute(db);
  await sql`
    create index project_passages_by_response
      on project_passages (response_id)
  `.execute(db);
}
