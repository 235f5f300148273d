import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** One row while a database is moved, and where it was moved from for ever after. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table moves (
      id integer primary key check (id = 1),
      side text not null check (side in ('source', 'target')),
      mark text not null,
      begun_at text not null,
      finished_at text
    )${end}
  `.execute(db);
}
