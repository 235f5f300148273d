import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * Words of an answer that must not leave the review. Where they stand and never
 * what they say, so that nothing has to be taken out here when they are taken
 * back; and decided by somebody else than whoever proposed it.
 */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table redactions (
      id ${id},
      public_id text not null unique,
      response_id integer not null references responses (id) on delete cascade,
      answer_id integer not null references answers (id) on delete cascade,
      start_offset integer not null check (start_offset >= 0),
      end_offset integer not null,
      reason text not null check (reason in ('name', 'phone', 'email', 'address', 'postcode', 'nhs-number', 'ni-number', 'place', 'third-person', 'other')),
      state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused', 'taken-back')),
      proposed_by text not null references staff (id),
      proposed_at text not null,
      decided_by text references staff (id),
      decided_at text,
      check (end_offset > start_offset),
      check (decided_by <> proposed_by),
      check ((decided_by is not null) = (state in ('approved', 'refused'))),
      check ((decided_at is null) = (state = 'proposed'))
    )${end}
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
}
