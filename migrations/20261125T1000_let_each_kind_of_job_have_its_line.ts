import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("jobs_due_of_kind")
    .on("jobs")
    .columns(["kind", "state", "run_after", "id"])
    .execute();
}
