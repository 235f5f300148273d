import { type RawBuilder, sql } from "kysely";
import { hasArrived } from "#app/db/arrived.server.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import {
  keepQueries,
  type Places,
  placesOf,
} from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import type { Viewer } from "./visible-responses.ts";

/** Asked of each row by its key: what is held back may be many, and is next to none of what a list asks about. */
const isNotHeldBack = (
  table: "responses" | "earlier",
) => sql<boolean>`not exists (
  select 1 from held_back
  where held_back.response_id = ${sql.ref(`${table}.id`)} and held_back.standing <> 'let-in'
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
    .where(isNotHeldBack("responses"));
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

const isFirstOfItsWords = sql<boolean>`(
  responses.words_key is null or (
    select earlier.id from responses as earlier
    where earlier.words_key = responses.words_key and earlier.awaits_triage = 1
      and (earlier.received_at, earlier.id) < (responses.received_at, responses.id)
      and earlier.safeguarding_flag = 0
      and ${hasArrived("earlier")}
    limit 1
  ) is null
)`;

/**
 * A condition on what waits for the team: no other that says the same words came
 * before it and waits as well. What is frozen, or has not arrived, stands
 * before nobody; what is held back has no key. Of the first `count` of `crowds`, as
 * `selectCrowds` gave them, an index that has the key is enough to pass over all but one.
 */
export function standsForItsWords(
  crowds: Places<Record<number, string>> | readonly string[],
  count: number,
): RawBuilder<boolean> {
  if (count === 0) return isFirstOfItsWords;
  const keys = placesOf<RawBuilder<string> | string>(crowds, count);
  const firsts = keys.map(
    (key) => sql`select first.id from (
      select earlier.id from responses as earlier
      where earlier.words_key = ${key} and earlier.awaits_triage = 1
        and earlier.safeguarding_flag = 0 and ${hasArrived("earlier")}
      order by earlier.received_at, earlier.id limit 1
    ) as first`,
  );
  return sql<boolean>`(
    responses.words_key is null
    or responses.words_key not in (${sql.join(keys)})
    or responses.id in (${sql.join(firsts, sql` union all `)})
  ) and ${isFirstOfItsWords}`;
}

/** Ids alone, for a statement that begins at a door with few of its responses, or does without few. */
export function idsOfResponses(condition: RawBuilder<boolean>) {
  return sql<number>`select picked.id from responses as picked where ${condition}`;
}

/**
 * A condition on what stands in a list: the same person answered the call before,
 * by the email address they gave, and that answer stands in a list as well. What
 * is frozen, held back or taken back is before nobody, and nobody is before it.
 */
export const isFurtherOfPerson = sql<boolean>`(
  responses.safeguarding_flag = 0 and responses.state <> 'withdrawn' and exists (
    select 1 from identities as own
    join identities as former on former.person_key = own.person_key
      and former.response_id < own.response_id
    join responses as earlier on earlier.id = former.response_id
    where own.response_id = responses.id and own.person_key is not null
      and earlier.safeguarding_flag = 0 and earlier.state <> 'withdrawn'
      and ${isNotHeldBack("earlier")} and ${hasArrived("earlier")}
  )
)`;

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
    .leftJoin("staff_groups as group", "group.id", "responses.group_id")
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
      "responses.group_id",
      "assignee.name as assignee_name",
      "assignee.disabled_at as assignee_left_at",
      "group.name as group_name",
      "group.ended_at as group_ended_at",
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
