import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { isPostgres, id, end } = ddl(db);
  const awaiting = "state in ('received', 'in-triage', 'needs-second-look')";
  const awaitsTriage = sql.raw(
    isPostgres ? `(case when ${awaiting} then 1 else 0 end)` : `(${awaiting})`,
  );
  await sql`
    create table imports (
      id ${id},
      call_id integer not null references calls (id),
      file_sha256 text not null,
      row_count integer not null,
      imported_at text not null,
      unique (call_id, file_sha256)
    )${end}
  `.execute(db);
  await sql`
    create table responses (
      id ${id},
      reference text not null unique,
      call_id integer not null references calls (id),
      definition_id integer not null references call_definitions (id),
      channel text not null check (channel in ('web', 'import', 'letter', 'email', 'phone', 'meeting')),
      import_id integer references imports (id),
      source_key text,
      language text not null,
      received_at text not null,
      recorded_at text not null,
      current_version integer not null default 1,
      word_count integer not null,
      excerpt text not null,
      attachment_count integer not null default 0,
      receipt_code_hash text unique,
      state text not null default 'received' check (state in ('received', 'in-triage', 'triaged', 'needs-second-look', 'out-of-scope', 'spam', 'withdrawn')),
      awaits_triage integer not null default 1,
      safeguarding_flag integer not null default 0 check (safeguarding_flag in (0, 1)),
      assignee_id text references staff (id),
      claimed_by text references staff (id),
      claim_expires_at text,
      row_version integer not null default 1,
      unique (call_id, source_key),
      check (awaits_triage = ${awaitsTriage}),
      check ((claimed_by is null) = (claim_expires_at is null))
    )${end}
  `.execute(db);
  await sql`
    create index responses_by_arrival on responses (received_at, id)
  `.execute(db);
  await sql`
    create index responses_by_state on responses (state, received_at, id)
  `.execute(db);
  await sql`
    create index responses_by_call on responses (call_id, received_at, id)
  `.execute(db);
  await sql`
    create index responses_by_call_and_state on responses (call_id, state, received_at, id)
  `.execute(db);
  await sql`
    create index responses_awaiting_triage on responses (awaits_triage, received_at, id)
  `.execute(db);
  await sql`
    create index responses_awaiting_triage_by_call on responses (call_id, awaits_triage, received_at, id)
  `.execute(db);
  await sql`
    create index responses_awaiting_triage_by_assignee on responses (assignee_id, awaits_triage, received_at, id)
  `.execute(db);
  await sql`
    create index responses_by_assignee on responses (assignee_id, received_at, id)
  `.execute(db);
  await sql`
    create index responses_by_claim on responses (claimed_by, received_at, id) where claimed_by is not null
  `.execute(db);
  await sql`
    create index responses_with_files on responses (received_at, id) where attachment_count > 0
  `.execute(db);
  await sql`
    create index responses_with_files_awaiting_triage on responses (awaits_triage, received_at, id) where attachment_count > 0
  `.execute(db);
  await sql`
    create index responses_flagged on responses (received_at, id) where safeguarding_flag = 1
  `.execute(db);
  await sql`
    create index responses_flagged_awaiting_triage on responses (awaits_triage, received_at, id) where safeguarding_flag = 1
  `.execute(db);
  await sql`
    create table answers (
      id ${id},
      response_id integer not null references responses (id) on delete cascade,
      version integer not null default 1,
      question_id text not null,
      position integer not null,
      value text not null check (json_valid(value)),
      text text not null,
      unique (response_id, version, question_id)
    )${end}
  `.execute(db);
  await sql`
    create table identities (
      id ${id},
      response_id integer not null references responses (id) on delete cascade,
      question_id text not null,
      value text not null check (json_valid(value)),
      unique (response_id, question_id)
    )${end}
  `.execute(db);
}
