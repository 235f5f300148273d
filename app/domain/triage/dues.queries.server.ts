import { countOf } from "#app/db/counts.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import type { Db } from "#app/db/schema.ts";
import { responsesListedFor } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

/** How many wait that were due before a day, counted no further than `upTo`. */
export async function countPastDay(
  db: Db,
  of: {
    viewer: Viewer;
    callId: number | undefined;
    today: string;
    upTo: number;
  },
): Promise<number> {
  const waiting = responsesListedFor(db, of.viewer)
    .select("responses.id")
    .where((eb) => eb("responses.awaits_triage", "=", eb.lit(1)))
    .where("responses.due_on", "<", of.today);
  const some =
    of.callId === undefined
      ? waiting
      : waiting.where(besideIndex(db, "responses.call_id"), "=", of.callId);
  const row = await db
    .selectFrom(some.limit(of.upTo).as("some"))
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return countOf(row);
}
