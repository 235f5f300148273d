import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** Who looked through a response and found nothing to redact: of the words that stood then, until somebody proposes something. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table redaction_looks (
      response_id integer not null primary key
        references responses (id) on delete cascade,
      answers_version integer not null,
      looked_by text not null references staff (id),
      looked_at text not null
    )${end}
  `.execute(db);
}
