import { type Kysely, sql } from "kysely";

/** What is to do with the flagged first, answers by choice, and who did what. */
export async function up(db: Kysely<any>) {
  const order = "safeguarding_flag desc, received_at, id";
  const lists = [
    ["responses_to_do", order, ""],
    ["responses_to_do_by_call", `call_id, ${order}`, ""],
    ["responses_to_do_by_assignee", `assignee_id, ${order}`, ""],
    ["responses_to_do_with_files", order, "and attachment_count > 0"],
  ];
  for (const [name = "", columns = "", more = ""] of lists)
    await sql`
      create index ${sql.ref(name)} on responses (${sql.raw(columns)})
      where awaits_triage = 1 ${sql.raw(more)}
    `.execute(db);
  for (const name of [
    "responses_awaiting_triage",
    "responses_awaiting_triage_by_call",
    "responses_with_files_awaiting_triage",
  ])
    await sql`drop index ${sql.ref(name)}`.execute(db);
  const indexes = [
    "responses_by_length on responses (word_count, id)",
    "responses_to_do_by_length on responses (word_count, id) where awaits_triage = 1",
    "responses_by_source_key on responses (source_key) where source_key is not null",
    "answers_by_choice on answers (question_id, value, response_id) where length(value) <= 200",
    "events_by_person on events (actor_id, type, subject_id) where actor_id is not null",
    "response_tags_by_person on response_tags (tagged_by, response_id)",
    "passages_by_person on passages (tagged_by, response_id)",
    "attachments_without_text on attachments (response_id) where extraction_state in ('no-text', 'failed')",
  ];
  for (const index of indexes)
    await sql`create index ${sql.raw(index)}`.execute(db);
}
