import { type Kysely, sql } from "kysely";

/** What was handed to somebody since they were last told, and whether they want to be. */
export async function up(db: Kysely<any>) {
  await sql`alter table staff add column handed_over_count integer not null default 0`.execute(
    db,
  );
  await sql`alter table staff add column tells_handed_over integer not null default 1`.execute(
    db,
  );
}
