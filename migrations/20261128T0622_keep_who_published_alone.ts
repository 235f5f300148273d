import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** Versions of a call that the public saw before a second person did, with why, and who looked afterwards. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table published_alone (
      definition_id integer not null primary key references call_definitions (id),
      before_id integer not null references call_definitions (id),
      reason text not null,
      published_by_id text not null references staff (id),
      published_at text not null,
      looked_by_id text references staff (id),
      looked_at text
    )${end}
  `.execute(db);
}
