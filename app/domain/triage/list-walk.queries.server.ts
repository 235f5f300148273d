import type { Db } from "#app/db/schema.ts";
import { responseMatches } from "#app/db/search.server.ts";
import { filterBy, type QueueConditions } from "./queue.queries.server.ts";

/** Where a response stands in the order of the lists; itself need not be in the list any more. */
export type PlaceInList = { responseId: number; receivedAt: string };

export type Step = "next" | "previous";

/**
 * The responses of a list on one side of a place, the nearest first: a queue in
 * the order in which they were received, a search in that in which they were recorded.
 */
function beside(
  db: Db,
  conditions: QueueConditions,
  { place, step }: { place: PlaceInList; step: Step },
) {
  const isBeyond = step === "next" ? ">" : "<";
  const direction = step === "next" ? "asc" : "desc";
  const { fullTextQuery } = conditions;
  const list = filterBy(db, conditions);
  if (fullTextQuery !== undefined)
    return list
      .where(responseMatches(db, fullTextQuery))
      .where("responses.id", isBeyond, place.responseId)
      .orderBy("responses.id", direction);
  return list
    .where((eb) =>
      eb.or([
        eb("responses.received_at", isBeyond, place.receivedAt),
        eb.and([
          eb("responses.received_at", "=", place.receivedAt),
          eb("responses.id", isBeyond, place.responseId),
        ]),
      ]),
    )
    .orderBy("responses.received_at", direction)
    .orderBy("responses.id", direction);
}

/** The nearest response of a list on one side of a place. */
export async function selectBeside(
  db: Db,
  conditions: QueueConditions,
  from: { place: PlaceInList; step: Step },
): Promise<{ reference: string } | undefined> {
  return beside(db, conditions, from)
    .select("responses.reference")
    .limit(1)
    .executeTakeFirst();
}

/** The same among those that nobody else is reading and that the person did not skip. */
export async function selectNextFor(
  db: Db,
  conditions: QueueConditions,
  of: { place: PlaceInList; staffId: string; at: string },
): Promise<{ responseId: number; reference: string } | undefined> {
  const { place, staffId, at } = of;
  return beside(db, conditions, { place, step: "next" })
    .select(["responses.id as responseId", "responses.reference"])
    .where((eb) =>
      eb.or([
        eb("responses.claimed_by", "is", null),
        eb("responses.claim_expires_at", "<=", at),
        eb("responses.claimed_by", "=", staffId),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("skips")
            .select("skips.response_id")
            .where("skips.staff_id", "=", staffId)
            .whereRef("skips.response_id", "=", "responses.id"),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
}
