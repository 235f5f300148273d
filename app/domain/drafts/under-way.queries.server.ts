import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";

export async function selectUnderWay(
  db: Db,
  now: string,
): Promise<{ callId: number; count: number }[]> {
  const rows = await db
    .selectFrom("drafts")
    .select((eb) => [
      "call_id as callId",
      eb.fn.countAll<number | string>().as("count"),
    ])
    .where("submitted_at", "is", null)
    .where("expires_at", ">", now)
    .groupBy("call_id")
    .execute();
  return rows.map((row) => ({ callId: row.callId, count: countOf(row) }));
}

export async function selectUnderWayOn(
  db: Db,
  { callId, now }: { callId: number; now: string },
): Promise<{ definitionId: number; count: number }[]> {
  const rows = await db
    .selectFrom("drafts")
    .select((eb) => [
      "definition_id as definitionId",
      eb.fn.countAll<number | string>().as("count"),
    ])
    .where("call_id", "=", callId)
    .where("submitted_at", "is", null)
    .where("expires_at", ">", now)
    .groupBy("definition_id")
    .execute();
  return rows.map((row) => ({ ...row, count: countOf(row) }));
}
