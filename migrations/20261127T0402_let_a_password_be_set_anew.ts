import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** One code at most for each person; of the code, its keyed hash. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table staff_resets (
      staff_id text primary key not null references staff (id) on delete cascade,
      code_hash text not null unique,
      asked_at text not null,
      expires_at text not null
    )${end}
  `.execute(db);
}
