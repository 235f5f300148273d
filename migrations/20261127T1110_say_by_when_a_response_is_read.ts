import { type Kysely, sql } from "kysely";

/**
 * A call says by when its responses should be read: some days after each came, or
 * a day for all. The day stands on each response, so that lists can be sorted by
 * it; one that nobody set is later than any. Views are sorted by it too.
 */
export async function up(db: Kysely<any>) {
  await sql`
    alter table calls add column read_within_days integer
      check (read_within_days between 1 and 365)
  `.execute(db);
  await sql`alter table calls add column read_by text`.execute(db);
  await sql`
    alter table responses add column due_on text not null default '9999-12-31'
  `.execute(db);
  await sql`
    create index responses_to_do_by_due on responses (due_on, received_at, id)
    where awaits_triage = 1
  `.execute(db);
  await sql`
    alter table saved_views add column sorted text
      check (sorted in ('oldest', 'newest', 'longest', 'shortest', 'waiting', 'recorded', 'due'))
  `.execute(db);
  await sql`update saved_views set sorted = sort`.execute(db);
  await sql`alter table saved_views drop column sort`.execute(db);
  await sql`alter table saved_views rename column sorted to sort`.execute(db);
}
