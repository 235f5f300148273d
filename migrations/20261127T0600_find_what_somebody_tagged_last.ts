import type { Kysely } from "kysely";

/** The tags that somebody used last stand before all others where they tag. */
export async function up(db: Kysely<any>) {
  for (const table of ["response_tags", "passages"])
    await db.schema
      .createIndex(`${table}_last_given`)
      .on(table)
      .columns(["tagged_by", "tagged_at"])
      .execute();
}
