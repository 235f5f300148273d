import type { RawBuilder } from "kysely";
import { countOf } from "#app/db/counts.ts";
import { besideIndex } from "#app/db/indexes.server.ts";
import { keepQueries, type Places } from "#app/db/kept-queries.server.ts";
import type { Db } from "#app/db/schema.ts";
import type { WordTree } from "#app/db/word-trees.ts";
import {
  countMatching,
  matchesOfIndex,
  responseMatches,
  selectMatchingIds,
} from "#app/db/search.server.ts";
import type { ResponseState } from "../responses/responses.ts";
import { responsesVisibleTo } from "../responses/visible-responses.queries.server.ts";
import {
  filteredResponses,
  narrowedResponses,
} from "./queue-filtered.queries.server.ts";
import {
  type FilterShape,
  type FilterValues,
  type QueueConditions,
  shapeOf,
  valuesOf,
} from "./queue-shape.ts";
import type { QueueSort } from "./queue-conditions.ts";
import { orderOf, type QueueOrder } from "./queue-order.ts";

export type QueuePart = { limit: number; offset: number };

/**
 * The responses of a list, nothing selected and nothing sorted yet, with the
 * order of the list as data: for the list, and for what comes after or before
 * one of its responses.
 */
export function listedResponses(db: Db, conditions: QueueConditions) {
  const { words, areWordsCommon, sort, state } = conditions;
  const narrowed = narrowedResponses(db, conditions);
  const responses =
    words === undefined
      ? narrowed
      : narrowed.where(
          areWordsCommon
            ? responseMatches(db, words)
            : matchesOfIndex(db, words),
        );
  return { responses, order: orderOf(sort, state) };
}

type Listed = ReturnType<typeof narrowedResponses>;

/** A list in its order; nothing is selected yet. */
export function inOrder(responses: Listed, order: QueueOrder): Listed {
  return order.reduce(
    (sorted, { column, direction }) =>
      sorted.orderBy(`responses.${column}`, direction),
    responses,
  );
}

const queueIds = keepQueries(
  (
    db,
    values: Places<FilterValues & QueuePart>,
    { sort, ...shape }: FilterShape & { sort: QueueSort },
  ) =>
    inOrder(filteredResponses(db, values, shape), orderOf(sort, shape.state))
      .select("responses.id")
      .limit(values.limit)
      .offset(values.offset),
);

/** The ids of one page in the list's order: narrow rows, so that what must be sorted is sorted cheaply. */
export async function selectQueueIds(
  db: Db,
  conditions: QueueConditions,
  page: QueuePart,
): Promise<number[]> {
  const { sort, others, words } = conditions;
  if (others === undefined && words === undefined) {
    const values = { ...valuesOf(conditions), ...page };
    const rows = await queueIds(db, { ...shapeOf(conditions), sort }, values);
    return rows.map(({ id }) => id);
  }
  const { responses, order } = listedResponses(db, conditions);
  const rows = await inOrder(responses, order)
    .select("responses.id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * The ids of a list after one of them, by id, whatever its own order is. The
 * primary key leads: a call or a state may be nearly all there is, and would be
 * sorted anew for every part.
 */
export async function selectIdsAfter(
  db: Db,
  conditions: QueueConditions,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const { callId, state } = conditions;
  const led = {
    ...conditions,
    callId: undefined,
    state: state === "all" ? state : ("any" as const),
  };
  let query = listedResponses(db, led)
    .responses.select("responses.id")
    .where("responses.id", ">", after);
  if (callId !== undefined)
    query = query.where(besideIndex(db, "responses.call_id"), "=", callId);
  if (state === "to-do")
    query = query.where(besideIndex(db, "responses.awaits_triage"), "=", 1);
  else if (state !== "all" && state !== "any")
    query = query.where(besideIndex(db, "responses.state"), "=", state);
  const rows = await query.orderBy("responses.id").limit(limit).execute();
  return rows.map(({ id }) => id);
}

const queueCount = keepQueries(
  (db, values: Places<FilterValues & { upTo: number }>, shape: FilterShape) => {
    const filtered = filteredResponses(db, values, shape);
    // Lines in their order: its index knows what many say, a shorter one does not.
    const some = (
      shape.isOneLine
        ? inOrder(filtered, orderOf("oldest", shape.state))
        : filtered
    )
      .select("responses.id")
      .limit(values.upTo);
    return db
      .selectFrom(some.as("some"))
      .select((eb) => eb.fn.countAll().as("count"));
  },
);

/** How many responses stand under a filter but for its words, counted no further than `upTo`. */
export async function countQueue(
  db: Db,
  conditions: QueueConditions,
  upTo: number,
): Promise<number> {
  if (conditions.others === undefined) {
    const values = { ...valuesOf(conditions), upTo };
    const [row] = await queueCount(db, shapeOf(conditions), values);
    return row ? countOf(row) : 0;
  }
  const some = narrowedResponses(db, conditions)
    .select("responses.id")
    .limit(upTo);
  const row = await db
    .selectFrom(some.as("some"))
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return countOf(row);
}

export type QueueSearch = QueueConditions & {
  words: WordTree;
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

/** The ids of one page of a search, in the order of the list. */
export async function selectSearchedIds(
  db: Db,
  search: QueueSearch,
  page: QueuePart,
): Promise<number[]> {
  if (search.sort !== "recorded") return selectQueueIds(db, search, page);
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

/** In which states some responses are: of those that a list has been found to hold. */
export async function countStatesOf(
  db: Db,
  { viewer }: Pick<QueueConditions, "viewer">,
  responseIds: readonly number[],
): Promise<Map<ResponseState, number>> {
  if (responseIds.length === 0) return new Map();
  const rows = await responsesVisibleTo(db, viewer)
    .select((eb) => ["responses.state", eb.fn.countAll().as("count")])
    .where("responses.id", "in", responseIds)
    .groupBy("responses.state")
    .execute();
  return new Map(rows.map((row) => [row.state, countOf(row)]));
}

function matchingFew(db: Db, search: QueueSearch) {
  return narrowedResponses(db, search).where(responseMatches(db, search.words));
}

function responseAmong(db: Db, conditions: QueueConditions) {
  return (responseId: RawBuilder<number>) =>
    narrowedResponses(db, conditions)
      .select("responses.id")
      .where("responses.id", "=", responseId);
}
