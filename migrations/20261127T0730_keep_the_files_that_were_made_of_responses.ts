import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** What was taken out of the portal as a file: by whom, what for, how far it is, and what was left out of it. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table exports (
      id ${id},
      call_id integer not null references calls (id),
      search text not null,
      kind text not null check (kind in ('analysis', 'quoting')),
      format text not null
        check (format in ('csv', 'xlsx', 'json', 'odt', 'ris', 'qdpx')),
      reason text not null check (reason in ('report', 'analysis', 'meeting',
        'partner', 'quality-check')),
      asked_by text not null references staff (id),
      asked_at text not null,
      state text not null default 'waiting' check (state in ('waiting',
        'running', 'done', 'failed', 'cancelled', 'gone')),
      failure text check (failure in ('disk-full', 'unwritable', 'not-allowed',
        'search', 'unexpected')),
      attempts integer not null default 0,
      done_count integer not null default 0,
      total_count integer,
      since_event integer,
      file_name text unique,
      byte_size integer,
      left_out text,
      touched_at text not null,
      finished_at text,
      expires_at text,
      check ((failure is not null) = (state = 'failed')),
      check (state <> 'done' or (file_name is not null
        and byte_size is not null and left_out is not null
        and finished_at is not null and expires_at is not null))
    )${end}
  `.execute(db);
}
