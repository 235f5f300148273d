import type { Db } from "#app/db/schema.ts";
import { jobKinds } from "./jobs.ts";

/** No line takes a kind that this version does not know: staff see it as failed instead of waiting for ever. */
export async function giveUpUnknownJobs(db: Db, now: Date): Promise<void> {
  await db
    .updateTable("jobs")
    .set({
      state: "failed",
      locked_until: null,
      last_error: "unknown-kind",
      finished_at: now.toISOString(),
    })
    .where("state", "=", "waiting")
    .where("kind", "not in", jobKinds)
    .execute();
}
