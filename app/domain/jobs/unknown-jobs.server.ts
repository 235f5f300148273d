import type { Db } from "#app/db/schema.ts";
import { failJobsOfOtherKinds } from "./jobs.queries.server.ts";
import { jobKinds } from "./jobs.ts";

/** No line takes a kind that this version does not know: staff see it as failed instead of waiting for ever. */
export async function giveUpUnknownJobs(db: Db, now: Date): Promise<void> {
  await failJobsOfOtherKinds(db, { kinds: jobKinds, at: now.toISOString() });
}
