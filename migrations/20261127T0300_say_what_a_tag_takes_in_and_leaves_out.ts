import { type Kysely, sql } from "kysely";

/** A tag's notes on what belongs under it, its own colour, its name among programs, and since when it means what it means. */
export async function up(db: Kysely<any>) {
  for (const note of ["include_note", "exclude_note"])
    await sql`
      alter table tags add column ${sql.ref(note)} text not null default ''
    `.execute(db);
  for (const column of ["tint", "guid", "defined_anew_at"])
    await sql`alter table tags add column ${sql.ref(column)} text`.execute(db);
  await sql`create index tags_by_parent on tags (parent_id)`.execute(db);
  await sql`create unique index tags_by_guid on tags (guid)`.execute(db);
}
