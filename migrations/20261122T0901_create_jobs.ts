import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table jobs (
      id ${id},
      kind text not null,
      payload text not null check (json_valid(payload)),
      state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
      run_after text not null,
      attempts integer not null default 0,
      locked_until text,
      last_error text,
      created_at text not null,
      finished_at text
    )${end}
  `.execute(db);
  await sql`
    create index jobs_due on jobs (state, run_after, id)
  `.execute(db);
}
