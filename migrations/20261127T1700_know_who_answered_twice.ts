import { type Kysely, sql } from "kysely";

/**
 * What is the same for two answers of a call that give the same email address.
 * Those that came before are given theirs as they are indexed anew.
 */
export async function up(db: Kysely<any>) {
  await sql`alter table identities add column person_key text`.execute(db);
  await sql`
    create index identities_by_person on identities (person_key, response_id)
    where person_key is not null
  `.execute(db);
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'response.index', '{"responseId":' || id || '}', recorded_at, recorded_at
    from responses
    where state <> 'withdrawn'
      and id in (select response_id from identities)
    order by id
  `.execute(db);
}
