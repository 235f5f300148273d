import { type RawBuilder, sql } from "kysely";
import { countOf } from "#app/db/counts.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  countMatching,
  responseMatches,
  selectMatchingIds,
} from "#app/db/search.server.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import type { QueueState } from "./queue-filter.ts";

/** A filter with everything looked up: ids for slugs, the person for `me`, the query for what was typed. */
export type QueueConditions = {
  viewer: Viewer;
  callId: number | undefined;
  state: QueueState;
  /** null for responses assigned to nobody. */
  assigneeId: string | null | undefined;
  tagId: number | undefined;
  hasFiles: boolean;
  isFlagged: boolean;
  fullTextQuery: string | undefined;
};

export type QueuePart = { limit: number; offset: number };

/**
 * Responses under a filter but for its search, nothing selected yet. Files, a
 * flag or a person leave few of many, so their indexes lead; SQLite knows
 * nothing of how many a call or a state has, and would rather walk all of those.
 */
function filteredResponses(db: Db, conditions: QueueConditions) {
  const { callId, state, assigneeId, tagId, hasFiles, isFlagged } = conditions;
  const isLed = hasFiles || isFlagged;
  const beside = (
    isSo: boolean,
    column: "call_id" | "state" | "assignee_id",
  ) =>
    isSo
      ? besideIndex(db, `responses.${column}`)
      : sql.ref(`responses.${column}`);
  const isOfPerson = assigneeId !== undefined && assigneeId !== null;
  let query = responsesVisibleTo(db, conditions.viewer);
  if (callId !== undefined)
    query = query.where(beside(isLed || isOfPerson, "call_id"), "=", callId);
  if (state === "to-do") query = query.where("responses.awaits_triage", "=", 1);
  else if (state !== "all")
    query = query.where(beside(isLed || isOfPerson, "state"), "=", state);
  if (assigneeId === null)
    query = query.where(beside(isLed, "assignee_id"), "is", null);
  else if (assigneeId !== undefined)
    query = query.where(beside(isLed, "assignee_id"), "=", assigneeId);
  // Written out, not bound: only so can the partial indexes be chosen.
  if (hasFiles)
    query = query.where((eb) =>
      eb("responses.attachment_count", ">", eb.lit(0)),
    );
  if (isFlagged)
    query = query.where((eb) =>
      eb("responses.safeguarding_flag", "=", eb.lit(1)),
    );
  if (tagId !== undefined)
    query = query.where("responses.id", "in", (eb) =>
      eb
        .selectFrom("response_tags")
        .select("response_tags.response_id")
        .where("response_tags.tag_id", "=", tagId),
    );
  return query;
}

/** The ids of one page, oldest first: narrow rows, so that what must be sorted is sorted cheaply. */
export async function selectQueueIds(
  db: Db,
  conditions: QueueConditions,
  page: QueuePart,
): Promise<number[]> {
  const rows = await filteredResponses(db, conditions)
    .select("responses.id")
    .orderBy("responses.received_at")
    .orderBy("responses.id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many responses stand under a filter, counted no further than `upTo`. */
export async function countQueue(
  db: Db,
  conditions: QueueConditions,
  upTo: number,
): Promise<number> {
  const some = filteredResponses(db, conditions)
    .select("responses.id")
    .limit(upTo);
  const row = await db
    .selectFrom(some.as("some"))
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return countOf(row);
}

export type QueueSearch = QueueConditions & {
  fullTextQuery: string;
  /** As `areFew` says of the same conditions. */
  isAmongFew: boolean;
};

/** So many responses are asked one by one whether they match, instead of the hits whether they are among them. */
const fewResponses = 500;

/**
 * Whether a filter leaves few responses. A common word has hits all over the
 * index, which would be walked in vain where next to none of them is asked for.
 */
export async function areFew(
  db: Db,
  conditions: QueueConditions,
): Promise<boolean> {
  return (await countQueue(db, conditions, fewResponses + 1)) <= fewResponses;
}

/** The ids of one page of a search, in the order in which the responses were recorded. */
export async function selectSearchedIds(
  db: Db,
  search: QueueSearch,
  page: QueuePart,
): Promise<number[]> {
  if (!search.isAmongFew)
    return selectMatchingIds(db, {
      ...page,
      ...search,
      among: responseAmong(db, search),
    });
  const rows = await matchingFew(db, search)
    .select("responses.id")
    // By a value of its own: the few are sorted, instead of all walked in this order.
    .orderBy(besideIndex(db, "responses.id"))
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many responses a search finds, counted no further than `upTo`. */
export async function countSearched(
  db: Db,
  search: QueueSearch,
  upTo: number,
): Promise<number> {
  if (!search.isAmongFew)
    return countMatching(db, {
      ...search,
      upTo,
      among: responseAmong(db, search),
    });
  const row = await matchingFew(db, search)
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return countOf(row);
}

function matchingFew(db: Db, search: QueueSearch) {
  return filteredResponses(db, search).where(
    responseMatches(db, search.fullTextQuery),
  );
}

function responseAmong(db: Db, conditions: QueueConditions) {
  return (responseId: RawBuilder<number>) =>
    filteredResponses(db, conditions)
      .select("responses.id")
      .where("responses.id", "=", responseId);
}
