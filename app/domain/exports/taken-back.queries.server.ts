import type { Db } from "#app/db/schema.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";

/** After these a file that was made before may hold what must not leave any more. */
const takingBack = [
  "response.withdrawn-by-sender",
  "response.safeguarding-raised",
  "response.answer-changed",
  "response.answer-taken-back",
  "response.file-taken-back",
  "redaction.approved",
];

/** These take responses out of sight, so that nobody sees any more which call they were of. */
const takingOutOfSight = ["response.held-back-again", "import.undone"];

type Since = {
  viewer: Pick<Viewer, "role">;
  callId: number;
  eventId: number;
};

/** Whether a response of a call was taken back, flagged, changed or redacted after an event. */
export async function selectTakenBackSince(
  db: Db,
  { viewer, callId, eventId }: Since,
): Promise<boolean> {
  const row = await responsesVisibleTo(db, viewer)
    .innerJoin("events", "events.subject_id", "responses.id")
    .select("events.id")
    .where("events.id", ">", eventId)
    .where("events.subject_kind", "=", "response")
    .where("responses.call_id", "=", callId)
    .where((eb) =>
      eb.or([
        eb("events.type", "in", takingBack),
        eb.and([
          eb("events.type", "=", "response.state-changed"),
          eb("responses.state", "=", "withdrawn"),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined || (await wasAnyTakenOutOfSight(db, eventId));
}

async function wasAnyTakenOutOfSight(
  db: Db,
  eventId: number,
): Promise<boolean> {
  const row = await db
    .selectFrom("events")
    .select("id")
    .where("id", ">", eventId)
    .where("type", "in", takingOutOfSight)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
