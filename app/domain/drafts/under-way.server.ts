import type { Db } from "#app/db/schema.ts";
import { selectUnderWay } from "./under-way.queries.server.ts";

/** How many have begun to answer each call and have not sent it, by the call's id. A number: staff read no draft. */
export async function countUnderWay(
  db: Db,
  now: Date,
): Promise<Map<number, number>> {
  const counts = await selectUnderWay(db, now.toISOString());
  return new Map(counts.map(({ callId, count }) => [callId, count]));
}
