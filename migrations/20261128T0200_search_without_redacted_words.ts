import { type Kysely, sql } from "kysely";

/** What two people agreed to redact leaves the search index, response by response, as each is indexed anew. */
export async function up(db: Kysely<any>) {
  await sql`
    insert into jobs (kind, payload, run_after, created_at)
    select 'response.index', '{"responseId":' || id || '}', recorded_at, recorded_at
    from responses
    where state <> 'withdrawn'
      and id in (select response_id from redactions where state = 'approved')
    order by id
  `.execute(db);
}
