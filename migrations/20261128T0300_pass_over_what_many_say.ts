import { type Kysely, sql } from "kysely";

/**
 * A list in which one line stands for all that say the same passes over the others
 * by its index alone: the indexes that lead such lists know the words' key, and the
 * one of words knows what else is asked of them. What was keyed in and checked is
 * listed by an index of its own, not by all responses.
 */
export async function up(db: Kysely<any>) {
  const indexes = [
    [
      "responses_to_do",
      "safeguarding_flag desc, received_at, id, words_key, import_id",
      "awaits_triage = 1",
    ],
    [
      "responses_to_do_by_call",
      "call_id, safeguarding_flag desc, received_at, id, words_key, import_id",
      "awaits_triage = 1",
    ],
    [
      "responses_to_do_by_due",
      "due_on, received_at, id, words_key, import_id",
      "awaits_triage = 1",
    ],
    [
      "responses_by_words",
      "words_key, awaits_triage, received_at, id, safeguarding_flag, import_id",
      "words_key is not null",
    ],
  ] as const;
  for (const [name, columns, condition] of indexes) {
    await sql.raw(`drop index ${name}`).execute(db);
    await sql
      .raw(`create index ${name} on responses (${columns}) where ${condition}`)
      .execute(db);
  }
  await sql`
    create index entries_checked on entries (checked_at desc, response_id)
    where checked_by is not null
  `.execute(db);
}
