import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** An email that somebody brings as a file waits for a person before it is an entry, and is kept as it came. */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table received_emails (
      id ${id},
      call_id integer not null references calls (id),
      format text not null check (format in ('eml', 'msg')),
      byte_size integer not null,
      sha256 text not null,
      message_key text not null,
      facts text check (json_valid(facts)),
      brought_by text not null references staff (id),
      brought_at text not null,
      state text not null default 'arriving' check (state in ('arriving',
        'waiting', 'left-out', 'entered')),
      reason text check (reason in ('not-an-answer', 'twice', 'automatic',
        'other')),
      settled_by text references staff (id),
      settled_at text,
      response_id integer unique references responses (id) on delete cascade,
      check ((reason is null) = (state <> 'left-out')),
      check ((settled_by is null) = (settled_at is null))
    )${end}
  `.execute(db);
  await sql`
    create index received_emails_by_state on received_emails (state, id)
  `.execute(db);
  await sql`
    create index received_emails_by_key on received_emails (message_key, id)
  `.execute(db);
  await sql`
    create table received_email_pieces (
      email_id integer not null
        references received_emails (id) on delete cascade,
      number integer not null,
      content text not null,
      primary key (email_id, number)
    )${end}
  `.execute(db);
}
