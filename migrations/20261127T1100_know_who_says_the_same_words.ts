import { type Kysely, sql } from "kysely";

/**
 * What is the same for two responses of a call that say the same words. Those
 * that came before are given theirs as they are indexed anew.
 */
export async function up(db: Kysely<any>) {
  await sql`alter table responses add column words_key text`.execute(db);
  await sql`
    alter table responses add column says_nothing integer not null default 0
      check (says_nothing in (0, 1))
  `.execute(db);
  await sql`
    create index responses_by_words on responses (words_key, awaits_triage, id)
    where words_key is not null
  `.execute(db);
  await sql`
    create index responses_that_say_nothing on responses (received_at, id)
    where says_nothing = 1
  `.execute(db);
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'response.index', '{"responseId":' || id || '}', recorded_at, recorded_at
    from responses
    where state <> 'withdrawn'
    order by id
  `.execute(db);
}
