import { type RawBuilder, sql } from "kysely";
import { countOf } from "#app/db/counts.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import { keepQueries, type Places } from "#app/db/kept-queries.server.ts";
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

/** What the words of a statement under a filter hang on. */
type FilterShape = Pick<QueueConditions, "state" | "hasFiles" | "isFlagged"> &
  Pick<Viewer, "role"> & {
    isOfCall: boolean;
    assignee: "anybody" | "nobody" | "one";
    isTagged: boolean;
  };

function shapeOf(conditions: QueueConditions): FilterShape {
  const { viewer, callId, state, assigneeId, tagId } = conditions;
  return {
    role: viewer.role,
    state,
    isOfCall: callId !== undefined,
    assignee:
      assigneeId === undefined
        ? "anybody"
        : assigneeId === null
          ? "nobody"
          : "one",
    isTagged: tagId !== undefined,
    hasFiles: conditions.hasFiles,
    isFlagged: conditions.isFlagged,
  };
}

type FilterValues = { callId: number; assigneeId: string; tagId: number };

/** One that the shape does not ask for stands nowhere in the statement. */
function valuesOf(conditions: QueueConditions): FilterValues {
  return {
    callId: conditions.callId ?? 0,
    assigneeId: conditions.assigneeId ?? "",
    tagId: conditions.tagId ?? 0,
  };
}

/**
 * The columns of a filter, those that must not lead beside their indexes: files,
 * a flag or a person leave few of many, so their indexes lead; SQLite knows
 * nothing of how many a call or a state has, and would rather walk all of those.
 */
function columnsUnder(db: Db, shape: FilterShape) {
  const isLed = shape.hasFiles || shape.isFlagged;
  const isLedByAny = isLed || shape.assignee === "one";
  const beside = (
    isSo: boolean,
    column: "call_id" | "state" | "assignee_id",
  ) =>
    isSo
      ? besideIndex(db, `responses.${column}`)
      : sql.ref(`responses.${column}`);
  return {
    callId: beside(isLedByAny, "call_id"),
    state: beside(isLedByAny, "state"),
    assigneeId: beside(isLed, "assignee_id"),
  };
}

/** Responses under a filter but for its search, nothing selected yet. */
function filteredResponses(
  db: Db,
  values: FilterValues | Places<FilterValues>,
  shape: FilterShape,
) {
  const { state, assignee, hasFiles, isFlagged } = shape;
  const columns = columnsUnder(db, shape);
  let query = responsesVisibleTo(db, shape);
  if (shape.isOfCall) query = query.where(columns.callId, "=", values.callId);
  if (state === "to-do") query = query.where("responses.awaits_triage", "=", 1);
  else if (state !== "all") query = query.where(columns.state, "=", state);
  if (assignee === "nobody")
    query = query.where(columns.assigneeId, "is", null);
  else if (assignee === "one")
    query = query.where(columns.assigneeId, "=", values.assigneeId);
  // Written out, not bound: only so can the partial indexes be chosen.
  if (hasFiles)
    query = query.where((eb) =>
      eb("responses.attachment_count", ">", eb.lit(0)),
    );
  if (isFlagged)
    query = query.where((eb) =>
      eb("responses.safeguarding_flag", "=", eb.lit(1)),
    );
  if (shape.isTagged)
    query = query.where("responses.id", "in", (eb) =>
      eb
        .selectFrom("response_tags")
        .select("response_tags.response_id")
        .where("response_tags.tag_id", "=", values.tagId),
    );
  return query;
}

const queueIds = keepQueries(
  (db, values: Places<FilterValues & QueuePart>, shape: FilterShape) =>
    filteredResponses(db, values, shape)
      .select("responses.id")
      .orderBy("responses.received_at")
      .orderBy("responses.id")
      .limit(values.limit)
      .offset(values.offset),
);

/** The ids of one page, oldest first: narrow rows, so that what must be sorted is sorted cheaply. */
export async function selectQueueIds(
  db: Db,
  conditions: QueueConditions,
  page: QueuePart,
): Promise<number[]> {
  const values = { ...valuesOf(conditions), ...page };
  const rows = await queueIds(db, shapeOf(conditions), values);
  return rows.map(({ id }) => id);
}

const queueCount = keepQueries(
  (db, values: Places<FilterValues & { upTo: number }>, shape: FilterShape) => {
    const some = filteredResponses(db, values, shape)
      .select("responses.id")
      .limit(values.upTo);
    return db
      .selectFrom(some.as("some"))
      .select((eb) => eb.fn.countAll().as("count"));
  },
);

/** How many responses stand under a filter, counted no further than `upTo`. */
export async function countQueue(
  db: Db,
  conditions: QueueConditions,
  upTo: number,
): Promise<number> {
  const values = { ...valuesOf(conditions), upTo };
  const [row] = await queueCount(db, shapeOf(conditions), values);
  return row ? countOf(row) : 0;
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

/** The responses of a list but for its search, nothing selected yet. */
export function filterBy(db: Db, conditions: QueueConditions) {
  return filteredResponses(db, valuesOf(conditions), shapeOf(conditions));
}

function matchingFew(db: Db, search: QueueSearch) {
  return filterBy(db, search).where(responseMatches(db, search.fullTextQuery));
}

function responseAmong(db: Db, conditions: QueueConditions) {
  return (responseId: RawBuilder<number>) =>
    filterBy(db, conditions)
      .select("responses.id")
      .where("responses.id", "=", responseId);
}
