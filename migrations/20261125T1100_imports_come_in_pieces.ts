import { type Kysely, sql } from "kysely";

/** Every list of responses asks whether its rows came in whole, so each index it is read from holds the import. */
const indexes = [
  ["responses_by_arrival", "received_at, id", ""],
  ["responses_by_state", "state, received_at, id", ""],
  ["responses_by_call", "call_id, received_at, id", ""],
  ["responses_by_call_and_state", "call_id, state, received_at, id", ""],
  ["responses_by_assignee", "assignee_id, received_at, id", ""],
  [
    "responses_by_claim",
    "claimed_by, received_at, id",
    "where claimed_by is not null",
  ],
  ["responses_awaiting_triage", "awaits_triage, received_at, id", ""],
  [
    "responses_awaiting_triage_by_call",
    "call_id, awaits_triage, received_at, id",
    "",
  ],
  [
    "responses_awaiting_triage_by_assignee",
    "assignee_id, awaits_triage, received_at, id",
    "",
  ],
  ["responses_with_files", "received_at, id", "where attachment_count > 0"],
  [
    "responses_with_files_awaiting_triage",
    "awaits_triage, received_at, id",
    "where attachment_count > 0",
  ],
  ["responses_flagged", "received_at, id", "where safeguarding_flag = 1"],
  [
    "responses_flagged_awaiting_triage",
    "awaits_triage, received_at, id",
    "where safeguarding_flag = 1",
  ],
] as const;

export async function up(db: Kysely<any>) {
  await sql`
    alter table imports add column state text not null default 'done'
      check (state in ('arriving', 'done', 'undoing', 'undone'))
  `.execute(db);
  await sql`
    alter table imports add column request_sha256 text not null default ''
  `.execute(db);
  await sql`
    alter table imports add column done_to_line integer not null default 0
      check (done_to_line >= 0)
  `.execute(db);
  await sql`
    create unique index imports_one_under_way_for_each_call on imports (call_id)
      where state in ('arriving', 'undoing')
  `.execute(db);
  await sql`
    create index responses_by_import on responses (import_id, id)
      where import_id is not null
  `.execute(db);
  for (const [name, columns, condition] of indexes) {
    await sql`drop index ${sql.ref(name)}`.execute(db);
    await sql`
      create index ${sql.ref(name)}
        on responses (${sql.raw(columns)}, import_id) ${sql.raw(condition)}
    `.execute(db);
  }
}
