import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>) {
  await sql`
    create table clock_sightings (
      id integer primary key check (id = 1),
      seen_at text not null,
      trusted_at text not null,
      suspected_since text
    ) strict
  `.execute(db);
}
