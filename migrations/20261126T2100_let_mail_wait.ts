import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/** A mail until it is sent, sealed; and for a while that one was refused, without what it said. */
export async function up(db: Kysely<any>) {
  const { end } = ddl(db);
  await sql`
    create table mails (
      id text not null primary key,
      kind text not null,
      masked_to text not null,
      sealed text,
      refused_at text,
      created_at text not null,
      keep_until text not null,
      check ((refused_at is null) = (sealed is not null))
    )${end}
  `.execute(db);
  await sql`create index mails_by_end on mails (keep_until)`.execute(db);
}
