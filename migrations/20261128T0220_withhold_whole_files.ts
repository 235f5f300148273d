import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * A redaction is of words of an answer, or of a file as a whole: then it has no
 * place in a text. The table is made anew, as SQLite lets no column lose its
 * `not null`; nothing refers to it.
 */
export async function up(db: Kysely<any>) {
  const { id, end, isPostgres } = ddl(db);
  await sql`
    create table redactions_anew (
      id ${id},
      public_id text not null unique,
      response_id integer not null references responses (id) on delete cascade,
      answer_id integer references answers (id) on delete cascade,
      attachment_id integer references attachments (id) on delete cascade,
      start_offset integer not null check (start_offset >= 0),
      end_offset integer not null,
      reason text not null check (reason in ('name', 'phone', 'email', 'address', 'postcode', 'nhs-number', 'ni-number', 'place', 'third-person', 'other')),
      state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused', 'taken-back')),
      proposed_by text not null references staff (id),
      proposed_at text not null,
      decided_by text references staff (id),
      decided_at text,
      check ((answer_id is null) <> (attachment_id is null)),
      check ((answer_id is not null and end_offset > start_offset) or (attachment_id is not null and start_offset = 0 and end_offset = 0)),
      check (decided_by <> proposed_by),
      check ((decided_by is not null) = (state in ('approved', 'refused'))),
      check ((decided_at is null) = (state = 'proposed'))
    )${end}
  `.execute(db);
  await sql`
    insert into redactions_anew (id, public_id, response_id, answer_id, start_offset, end_offset, reason, state, proposed_by, proposed_at, decided_by, decided_at)
      select id, public_id, response_id, answer_id, start_offset, end_offset, reason, state, proposed_by, proposed_at, decided_by, decided_at
      from redactions
  `.execute(db);
  await sql`drop table redactions`.execute(db);
  await sql`alter table redactions_anew rename to redactions`.execute(db);
  // What is given an id goes on after those that were carried over.
  if (isPostgres)
    await sql`
      select setval(pg_get_serial_sequence('redactions', 'id'), coalesce(max(id), 0) + 1, false)
      from redactions
    `.execute(db);
  await sql`
    create index redactions_by_response on redactions (response_id, state)
  `.execute(db);
  await sql`
    create index redactions_by_state on redactions (state, response_id)
  `.execute(db);
  await sql`
    create unique index redactions_once on redactions (answer_id, start_offset, end_offset)
      where state in ('proposed', 'approved')
  `.execute(db);
  await sql`
    create unique index redactions_once_of_file on redactions (attachment_id)
      where state in ('proposed', 'approved')
  `.execute(db);
}
