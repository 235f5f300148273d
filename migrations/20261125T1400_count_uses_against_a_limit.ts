import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table limit_counts (
      key text primary key not null check (length(key) between 1 and 200),
      count integer not null check (count > 0),
      ends_at text not null
    )${end}
  `.execute(db);
  await sql`
    create index limit_counts_by_end on limit_counts (ends_at)
  `.execute(db);
}
