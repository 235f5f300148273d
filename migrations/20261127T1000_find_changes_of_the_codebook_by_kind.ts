import type { Kysely } from "kysely";

/** A search asks what tags became, and what they were called before. */
export async function up(db: Kysely<any>) {
  await db.schema
    .createIndex("codebook_changes_by_kind")
    .on("codebook_changes")
    .columns(["kind", "id"])
    .execute();
}
