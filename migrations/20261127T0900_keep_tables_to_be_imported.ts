import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** What somebody uploads is mapped, checked and imported from its rows, by whichever process has time. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table import_files (
      id ${id},
      call_id integer not null references calls (id),
      name text not null,
      file_sha256 text not null,
      headings text not null check (json_valid(headings)),
      notices text not null check (json_valid(notices)),
      row_count integer not null,
      last_line integer not null,
      uploaded_by text not null references staff (id),
      uploaded_at text not null,
      changed_at text not null,
      state text not null default 'uploaded' check (state in ('uploaded',
        'checking', 'checked', 'importing', 'imported', 'undoing', 'undone')),
      map text check (json_valid(map)),
      outcome text check (json_valid(outcome)),
      skip_refused integer not null default 0 check (skip_refused in (0, 1)),
      asked_by text references staff (id),
      import_id integer references imports (id),
      row_version integer not null default 1
    )${end}
  `.execute(db);
  await sql`
    create index import_files_by_call_and_bytes
      on import_files (call_id, file_sha256)
  `.execute(db);
  await sql`
    create table import_file_rows (
      import_file_id integer not null
        references import_files (id) on delete cascade,
      line integer not null,
      cells text not null check (json_valid(cells)),
      primary key (import_file_id, line)
    )${end}
  `.execute(db);
}
