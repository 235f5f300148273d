import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import {
  areFew,
  countQueue,
  countSearched,
  countStatesOf,
  type QueueSearch,
  selectQueueIds,
  selectSearchedIds,
} from "./queue.queries.server.ts";
import { withLead } from "./queue-candidates.queries.server.ts";
import { type QueueConditions, shapeOf } from "./queue-shape.ts";
import { type QueueCounts, queuePageRows, toQueueCounts } from "./queue.ts";

/** Which responses stand on one page of the queue, and how many on all. */
export type Listing = {
  responseIds: number[];
  total: number;
  /** There are more than `total`: they were not counted to their end. */
  isMore: boolean;
  /** There are more pages than `pageCount`: lines that stand for several were not counted to their end. */
  areMorePages: boolean;
  page: number;
  pageCount: number;
  /** Of what was asked for, in each state; undefined where that was not counted to its end. */
  counts: QueueCounts | undefined;
};

type ListingRequest = {
  conditions: QueueConditions;
  /** Of the same viewer and call, whatever else is asked for. */
  counts: QueueCounts;
  /** The page that was asked for. */
  page: number;
};

/** What is not known already is counted so much further than the pages before. */
const mostCountedAhead = 1_000;
/** Of a search among a filter's responses, where each hit is asked whether it is one. */
const mostFilteredAhead = 200;

/** So many pages of a list under no search are met at once, at its beginning. */
const quickPages = 5;

/** A page past the end is the last one. */
export async function selectListing(
  db: Db,
  request: ListingRequest,
): Promise<Listing> {
  const { conditions, page } = request;
  // Of all states nothing is kept in the order of who waits, or of the day it is due.
  const isWalked = !/^(due|waiting)$/.test(conditions.sort);
  const isBegun = isWalked && !conditions.isOneLine && page <= quickPages;
  const isQuick = isBegun && !isNarrowed(conditions);
  return readListing(isQuick ? db : besideOthers(db), request);
}

async function readListing(db: Db, request: ListingRequest): Promise<Listing> {
  const conditions = await withLead(db, request.conditions);
  const list = await openList(db, conditions);
  const counts = isNarrowed(conditions)
    ? await countByState(db, conditions)
    : request.counts;
  const select = (page: number) =>
    list.select({
      limit: queuePageRows,
      offset: (page - 1) * queuePageRows,
    });
  const first = request.page === 1 ? await select(1) : undefined;
  const known = counts && countOfState(counts, conditions.state);
  const all = known === undefined ? undefined : wholeTotal(known);
  const lines = isAll(first)
    ? wholeTotal(first.length)
    : all !== undefined && !conditions.isOneLine
      ? all
      : await list.count(request.page);
  const pageCount = Math.max(1, Math.ceil(lines.total / queuePageRows));
  const page = Math.min(request.page, pageCount);
  const responseIds = first ?? (await select(page));
  const counted = conditions.isOneLine && all ? all : lines;
  const areMorePages = lines.isMore;
  return { responseIds, ...counted, areMorePages, page, pageCount, counts };
}

const wholeTotal = (total: number) => ({ total, isMore: false });

/** A first page that is not full is all there is: it need not be counted as well. */
function isAll(first: number[] | undefined): first is number[] {
  return first !== undefined && first.length < queuePageRows;
}

/** By more than a call and a state, of which the sums are known: counting 300,000 rows again would cost more than the page. */
function isNarrowed(conditions: QueueConditions): boolean {
  return isFiltered(conditions) || conditions.words !== undefined;
}

function isFiltered(conditions: QueueConditions): boolean {
  const { assigneeId, others, hasFiles, isFlagged } = conditions;
  return (
    hasFiles || isFlagged || assigneeId !== undefined || others !== undefined
  );
}

type OpenList = {
  select: (part: { limit: number; offset: number }) => Promise<number[]>;
  count: (page: number) => Promise<Pick<Listing, "total" | "isMore">>;
};

async function openList(
  db: Db,
  conditions: QueueConditions,
): Promise<OpenList> {
  const search = await toSearch(db, conditions);
  const ahead = aheadOf(conditions);
  const upTo = async (
    page: number,
    count: (most: number) => Promise<number>,
  ) => {
    const most = (page - 1) * queuePageRows + ahead;
    const counted = await count(most + 1);
    return { total: Math.min(counted, most), isMore: counted > most };
  };
  return search
    ? {
        select: (part) => selectSearchedIds(db, search, part),
        count: (page) => upTo(page, (most) => countSearched(db, search, most)),
      }
    : {
        select: (part) => selectQueueIds(db, conditions, part),
        count: (page) => upTo(page, (most) => countQueue(db, conditions, most)),
      };
}

function aheadOf(conditions: QueueConditions): number {
  const isAmong = conditions.words !== undefined && isFiltered(conditions);
  return isAmong ? mostFilteredAhead : mostCountedAhead;
}

async function toSearch(
  db: Db,
  conditions: QueueConditions,
): Promise<QueueSearch | undefined> {
  const { words, callId, state } = conditions;
  if (words === undefined) return undefined;
  const isOfSome =
    isFiltered(conditions) ||
    callId !== undefined ||
    !/^(all|any)$/.test(state);
  const isAmongFew = isOfSome && (await areFew(db, conditions));
  return { ...conditions, words, isAmongFew };
}

/** Of what was asked for, whatever its state; undefined where there are more than are looked at. */
async function countByState(
  db: Db,
  conditions: QueueConditions,
): Promise<QueueCounts | undefined> {
  const { words, sort } = conditions;
  // Nothing is sorted to be counted: what words find is walked as it was recorded.
  const inAnyState: QueueConditions = {
    ...conditions,
    state: "any",
    sort: words === undefined ? sort : "recorded",
  };
  const list = await openList(db, inAnyState);
  const most = aheadOf(conditions);
  const ids = await list.select({ limit: most + 1, offset: 0 });
  if (ids.length > most) return undefined;
  const counted = await countStatesOf(db, conditions, ids);
  return toQueueCounts(counted, shapeOf(conditions));
}

function countOfState(
  counts: QueueCounts,
  state: QueueConditions["state"],
): number {
  if (state === "to-do") return counts.toDoCount;
  if (state === "all") return counts.allCount;
  return counts.stateCounts.find((one) => one.state === state)?.count ?? 0;
}
