import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table clock_sightings (
      id integer primary key check (id = 1),
      seen_at text not null,
      trusted_at text not null,
      suspected_since text
    )${end}
  `.execute(db);
}
