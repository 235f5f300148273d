import type { Db } from "#app/db/schema.ts";
import { selectPublicCounts } from "./public-counts.queries.server.ts";

/**
 * Below it nothing is told: where few have answered, somebody who watches the
 * number would learn when a person they know has done so.
 */
export const leastTold = 10;

/**
 * How many responses to each call the public is told of, by the call's id: what
 * was taken back, what was spam and what is held back are not among them. A call with few is left out.
 */
export async function countResponsesForPublic(
  db: Db,
): Promise<Map<number, number>> {
  const counts = await selectPublicCounts(db);
  return new Map(
    counts
      .filter(({ count }) => count >= leastTold)
      .map(({ callId, count }) => [callId, count]),
  );
}

/** The same for the team, of every call that has one: it sees each response as it comes in. */
export async function countResponsesByCall(
  db: Db,
): Promise<Map<number, number>> {
  const counts = await selectPublicCounts(db);
  return new Map(counts.map(({ callId, count }) => [callId, count]));
}
