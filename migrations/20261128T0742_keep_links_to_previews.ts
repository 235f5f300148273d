import { type Kysely, sql } from "kysely";
import { ddl } from "./ddl.ts";

/**
 * Links under which somebody without an account sees a call before the public
 * does: to a version, or to the working copy as it then is. What visitors do
 * under them is not kept.
 */
export async function up(db: Kysely<any>) {
  const { id, end } = ddl(db);
  await sql`
    create table preview_links (
      id ${id},
      call_id integer not null references calls (id),
      version integer,
      made_by_id text not null references staff (id),
      made_at text not null,
      ends_at text not null,
      ended_at text
    )${end}
  `.execute(db);
  await sql`create index preview_links_by_call on preview_links (call_id)`.execute(
    db,
  );
}
