import { type RawBuilder, sql } from "kysely";
import { hasArrived } from "#app/db/arrived.server.ts";
import { countOf } from "#app/db/counts.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import {
  keepQueries,
  keepQuery,
  type Places,
  placesOf,
} from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import type { ResponseState } from "./responses.ts";
import type { Viewer } from "./visible-responses.ts";

/** Asked of each row by its key: what is held back may be many, and is next to none of what a list asks about. */
const isNotHeldBack = sql<boolean>`not exists (
  select 1 from held_back
  where held_back.response_id = responses.id and held_back.standing <> 'let-in'
)`;

/**
 * The one door to responses for staff: every selection of theirs starts from
 * this, in the queries of whichever area. What a viewer must not see is left
 * out here and nowhere else: all of it for a role that may not read, and
 * whatever is not, or not yet, the review team's.
 *
 * It hands out a statement that is not finished, for queries to go on with.
 */
export function responsesVisibleTo(db: Db, viewer: Pick<Viewer, "role">) {
  const responses = db
    .selectFrom("responses")
    .where(hasArrived("responses"))
    .where(isNotHeldBack);
  return may(viewer, "read-responses")
    ? responses
    : responses.where((eb) => eb.lit(false));
}

/**
 * The same for every list, count and search: without what is frozen, which is
 * asked for by its flag or opened by its reference. The frozen are few and have
 * an index: asked by it, a list goes on in an index that knows no flag.
 */
export function responsesListedFor(db: Db, viewer: Pick<Viewer, "role">) {
  const frozen = db
    .selectFrom("responses as frozen")
    .select("frozen.id")
    .where((eb) => eb("frozen.safeguarding_flag", "=", eb.lit(1)));
  return responsesVisibleTo(db, viewer).where("responses.id", "not in", frozen);
}

/**
 * A condition on what waits for the team: no other that says the same words was
 * recorded before it and waits as well. What is frozen, or has not arrived, stands
 * before nobody; what is held back has no key.
 */
export const isFirstOfItsWords = sql<boolean>`(
  responses.words_key is null or (
    select earlier.id from responses as earlier
    where earlier.words_key = responses.words_key and earlier.awaits_triage = 1
      and earlier.id < responses.id and earlier.safeguarding_flag = 0
      and ${hasArrived("earlier")}
    limit 1
  ) is null
)`;

/**
 * Ids alone, for a statement that begins at a door and is to begin with few of
 * its responses, or to do without few: nobody sees more by it.
 */
export function idsOfResponses(condition: RawBuilder<boolean>) {
  return sql<number>`select picked.id from responses as picked where ${condition}`;
}

/** The other door, to what was held back and to what was let in after it: for those who decide about it. */
export function responsesHeldBackFor(db: Db, viewer: Pick<Viewer, "role">) {
  const heldBack = db
    .selectFrom("responses")
    .innerJoin("held_back", "held_back.response_id", "responses.id");
  return may(viewer, "decide-held-back")
    ? heldBack
    : heldBack.where((eb) => eb.lit(false));
}

/** The door for whoever counts: all that came in, held back or not, of which nothing is shown but how many. */
export function responsesCountedFor(db: Db, viewer: Pick<Viewer, "role">) {
  const arrived = db.selectFrom("responses").where(hasArrived("responses"));
  return may(viewer, "read-responses")
    ? arrived
    : arrived.where((eb) => eb.lit(false));
}

/** Whether a response of this reference is held back, and nothing else of it: whoever reads responses may know that much. */
export async function selectWhetherHeldBack(
  db: Db,
  viewer: Pick<Viewer, "role">,
  reference: string,
): Promise<boolean> {
  if (!may(viewer, "read-responses")) return false;
  const row = await db
    .selectFrom("responses")
    .innerJoin("held_back", "held_back.response_id", "responses.id")
    .select("responses.id")
    .where("responses.reference", "=", reference)
    .where("held_back.standing", "<>", "let-in")
    .executeTakeFirst();
  return row !== undefined;
}

/** What staff read of a response, with the names of who has it; nothing of who sent it. */
function selectVisible(db: Db, viewer: Pick<Viewer, "role">) {
  return responsesVisibleTo(db, viewer)
    .leftJoin("staff as assignee", "assignee.id", "responses.assignee_id")
    .leftJoin("staff as claimant", "claimant.id", "responses.claimed_by")
    .select([
      "responses.id",
      "responses.reference",
      "responses.call_id",
      "responses.definition_id",
      "responses.channel",
      "responses.language",
      "responses.received_at",
      "responses.recorded_at",
      "responses.current_version",
      "responses.word_count",
      "responses.excerpt",
      "responses.attachment_count",
      "responses.state",
      "responses.safeguarding_flag",
      "responses.assignee_id",
      "assignee.name as assignee_name",
      "responses.claimed_by",
      "claimant.name as claimant_name",
      "responses.claim_expires_at",
      "responses.row_version",
      "responses.words_key",
      "responses.says_nothing",
      "responses.due_on",
    ]);
}

export type VisibleRow = Awaited<
  ReturnType<ReturnType<typeof selectVisible>["execute"]>
>[number];

export async function selectVisibleByReference(
  db: Db,
  viewer: Viewer,
  reference: string,
): Promise<VisibleRow | undefined> {
  return selectVisible(db, viewer)
    .where("responses.reference", "=", reference)
    .executeTakeFirst();
}

type Listed = Pick<Viewer, "role"> & { count: number };

const visibleByIds = keepQueries(
  (db, ids: Places<Record<number, number>>, { role, count }: Listed) =>
    selectVisible(db, { role }).where(
      "responses.id",
      "in",
      placesOf(ids, count),
    ),
);

/** At most a page of them. */
export async function selectVisibleByIds(
  db: Db,
  viewer: Viewer,
  responseIds: number[],
): Promise<VisibleRow[]> {
  if (responseIds.length === 0) return [];
  const { role } = viewer;
  return visibleByIds(db, { role, count: responseIds.length }, responseIds);
}

/**
 * The counts to be summed, of a call where one is named: those that are kept,
 * and one less for each that is held back, which they know nothing of.
 */
export function countsToSum(db: Db, callId?: RawBuilder<number>) {
  const kept = db
    .selectFrom("response_counts")
    .where(hasArrived("response_counts"))
    .select(["call_id", "state", "count"]);
  const heldBack = db
    .selectFrom("held_back")
    .innerJoin("responses", "responses.id", "held_back.response_id")
    .where("held_back.standing", "in", ["waiting", "kept-out"])
    .select((eb) => [
      "responses.call_id",
      "responses.state",
      eb.lit(-1).as("count"),
    ]);
  const both =
    callId === undefined
      ? kept.unionAll(heldBack)
      : kept.where("call_id", "=", callId).unionAll(
          heldBack.where(
            // Else SQLite would walk the call's responses, and ask of each.
            besideIndex(db, "responses.call_id"),
            "=",
            callId,
          ),
        );
  return db.selectFrom(both.as("counted"));
}

function countsByState(db: Db, callId?: RawBuilder<number>) {
  const frozen = responsesVisibleTo(db, { role: "reviewer" })
    .select((eb) => ["responses.state", eb.lit(-1).as("count")])
    .where((eb) => eb("responses.safeguarding_flag", "=", eb.lit(1)));
  const ofCall = besideIndex(db, "responses.call_id");
  const all = countsToSum(db, callId)
    .select(["state", "count"])
    .unionAll(callId ? frozen.where(ofCall, "=", callId) : frozen);
  return db
    .selectFrom(all.as("listed"))
    .select((eb) => ["state", eb.fn.sum("count").as("count")])
    .groupBy("state");
}

const allCounts = keepQuery((db) => countsByState(db));
const countsOfCall = keepQuery((db, { callId }: Places<{ callId: number }>) =>
  countsByState(db, callId),
);

/**
 * How many responses the viewer sees in each state, of a call or of all: from
 * the counts, without what the door leaves out.
 */
export async function countVisibleByState(
  db: Db,
  viewer: Viewer,
  callId: number | undefined,
): Promise<Map<ResponseState, number>> {
  if (!may(viewer, "read-responses")) return new Map();
  const rows =
    callId === undefined
      ? await allCounts(db, {})
      : await countsOfCall(db, { callId });
  return new Map(rows.map((row) => [row.state, countOf(row)]));
}
