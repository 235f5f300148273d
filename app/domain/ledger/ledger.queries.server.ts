import { type ExpressionBuilder, sql } from "kysely";
import { besideIndex } from "#app/db/indexes.server.ts";
import type { Db, HeardSchema } from "#app/db/schema.ts";
import {
  isFurtherOfPerson,
  responsesCountedFor,
} from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { hasAnyTag, wasOpened } from "../responses/what-was-done.server.ts";

type Eb = ExpressionBuilder<HeardSchema, "responses">;

function isHeldBack(eb: Eb) {
  return eb.exists(
    eb
      .selectFrom("held_back")
      .select("held_back.response_id")
      .whereRef("held_back.response_id", "=", "responses.id")
      .where("held_back.standing", "<>", "let-in"),
  );
}

/** The next responses in the order of their ids, held back ones too, with what decides where each stands. */
export async function selectLedgerRows(
  db: Db,
  viewer: Pick<Viewer, "role">,
  { afterId, limit }: { afterId: number; limit: number },
) {
  return responsesCountedFor(db, viewer)
    .select([
      "responses.id",
      "responses.call_id",
      "responses.channel",
      "responses.state",
      "responses.safeguarding_flag",
      "responses.received_at",
    ])
    .select((eb) => [
      isHeldBack(eb).as("is_held_back"),
      wasOpened(eb).as("is_opened"),
      hasAnyTag(eb).as("is_tagged"),
      isFurtherOfPerson.as("is_further"),
    ])
    .where("responses.id", ">", afterId)
    .orderBy("responses.id")
    .limit(limit)
    .execute();
}

type Stretch = { afterId: number; upToId: number };

/** What changed the state of a response among these events, in their order. */
export async function selectStateChanges(
  db: Db,
  { afterId, upToId }: Stretch,
  types: readonly string[],
) {
  return (
    db
      .selectFrom("events")
      .select(["subject_id", "type", "details"])
      .where("id", ">", afterId)
      .where("id", "<=", upToId)
      // Else SQLite walks all events of responses for each stretch.
      .where(besideIndex(db, "events.subject_kind"), "=", "response")
      .where("type", "in", types)
      .orderBy("id")
      .execute()
  );
}

/** What changed the states of some responses, in its order. */
export async function selectStateChangesOf(
  db: Db,
  responseIds: number[],
  types: readonly string[],
) {
  return db
    .selectFrom("events")
    .select(["subject_id", "type", "details"])
    .where("subject_kind", "=", "response")
    .where("subject_id", "in", responseIds)
    .where("type", "in", types)
    .orderBy("id")
    .execute();
}

export async function selectStates(
  db: Db,
  viewer: Pick<Viewer, "role">,
  responseIds: number[],
) {
  return responsesCountedFor(db, viewer)
    .select(["responses.id", "responses.state"])
    .where("responses.id", "in", responseIds)
    .execute();
}

/** How often each member of the team did each of these on each day, among these events. */
export async function selectWork(
  db: Db,
  { afterId, upToId }: Stretch,
  types: readonly string[],
) {
  const day = sql<string>`substr(events.at, 1, 10)`;
  return (
    db
      .selectFrom("events")
      .select(["events.actor_id", "events.type", day.as("day")])
      .select((eb) => eb.fn.countAll<number | string>().as("count"))
      .where("id", ">", afterId)
      .where("id", "<=", upToId)
      .where("actor_kind", "=", "staff")
      .where("type", "in", types)
      // Taking one to read it is no decision.
      .where("details", "not like", '%"to":"in-triage"%')
      .groupBy(["events.actor_id", "events.type", day])
      .execute()
  );
}
