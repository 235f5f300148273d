import { type Kysely, sql } from "kysely";

/** What is short is indexed anew: more phrases are known by which people say nothing. */
export async function up(db: Kysely<any>) {
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'response.index', '{"responseId":' || id || '}', recorded_at, recorded_at
    from responses
    where state <> 'withdrawn' and says_nothing = 0
      and words_key is not null and word_count <= 20
    order by id
  `.execute(db);
}
