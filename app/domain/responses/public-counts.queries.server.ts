import { countOf } from "#app/db/counts.ts";
import { keepQuery } from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import { countsToSum } from "./visible-responses.queries.server.ts";

const countsByCall = keepQuery((db) =>
  countsToSum(db)
    .where("state", "not in", ["withdrawn", "spam"])
    .select((eb) => ["call_id as callId", eb.fn.sum("count").as("count")])
    .groupBy("call_id"),
);

export async function selectPublicCounts(
  db: Db,
): Promise<{ callId: number; count: number }[]> {
  const rows = await countsByCall(db, {});
  return rows.map((row) => ({ callId: row.callId, count: countOf(row) }));
}
