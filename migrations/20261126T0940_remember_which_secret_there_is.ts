import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** One row, from the first start of a server: what tells its secret from another, and gives nothing of it away. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table known_secrets (
      id integer primary key check (id = 1),
      mark text not null,
      known_since text not null
    )${end}
  `.execute(db);
}
