import type { Db } from "#app/db/schema.ts";
import {
  areFew,
  countQueue,
  countSearched,
  type QueueConditions,
  type QueueSearch,
  selectQueueIds,
  selectSearchedIds,
} from "./queue.queries.server.ts";
import { type QueueCounts, queuePageRows } from "./queue.ts";

/** Which responses stand on one page of the queue, and how many on all. */
export type Listing = {
  responseIds: number[];
  total: number;
  /** There are more than `total`: they were not counted to their end. */
  isMore: boolean;
  page: number;
  pageCount: number;
};

/** Of a search in which there is nothing to search for. */
export const emptyListing: Listing = {
  responseIds: [],
  total: 0,
  isMore: false,
  page: 1,
  pageCount: 1,
};

type ListingRequest = {
  conditions: QueueConditions;
  /** Of the same viewer and call. */
  counts: QueueCounts;
  /** The page that was asked for. */
  page: number;
};

/** What is not known already is counted so much further than the pages before. */
const mostCountedAhead = 1_000;
/** Of a search among a filter's responses, where each hit is asked whether it is one. */
const mostFilteredAhead = 200;

/** A page past the end is the last one. */
export async function selectListing(
  db: Db,
  request: ListingRequest,
): Promise<Listing> {
  const { conditions } = request;
  const search = await toSearch(db, conditions);
  const select = (page: number) => {
    const part = { limit: queuePageRows, offset: (page - 1) * queuePageRows };
    return search
      ? selectSearchedIds(db, search, part)
      : selectQueueIds(db, conditions, part);
  };
  const first = request.page === 1 ? await select(1) : undefined;
  const counted = isAll(first)
    ? { total: first.length, isMore: false }
    : search
      ? await countFound(db, search, request.page)
      : await countListed(db, request);
  const pageCount = Math.max(1, Math.ceil(counted.total / queuePageRows));
  const page = Math.min(request.page, pageCount);
  const responseIds = first ?? (await select(page));
  return { responseIds, ...counted, page, pageCount };
}

/** A first page that is not full is all there is: it need not be counted as well. */
function isAll(first: number[] | undefined): first is number[] {
  return first !== undefined && first.length < queuePageRows;
}

async function toSearch(
  db: Db,
  conditions: QueueConditions,
): Promise<QueueSearch | undefined> {
  const { fullTextQuery, callId, state } = conditions;
  if (fullTextQuery === undefined) return undefined;
  const isNarrowed =
    isFiltered(conditions) || callId !== undefined || state !== "all";
  const isAmongFew = isNarrowed && (await areFew(db, conditions));
  return { ...conditions, fullTextQuery, isAmongFew };
}

async function countFound(db: Db, search: QueueSearch, page: number) {
  const ahead = isFiltered(search) ? mostFilteredAhead : mostCountedAhead;
  const most = (page - 1) * queuePageRows + ahead;
  return upTo(most, await countSearched(db, search, most + 1));
}

const upTo = (most: number, count: number) => ({
  total: Math.min(count, most),
  isMore: count > most,
});

function isFiltered(conditions: QueueConditions): boolean {
  const { assigneeId, tagId, hasFiles, isFlagged } = conditions;
  return (
    hasFiles || isFlagged || assigneeId !== undefined || tagId !== undefined
  );
}

/** Under a call and a state alone the sum is known; counting 300,000 rows again would cost more than the page. */
async function countListed(
  db: Db,
  { conditions, counts, page }: ListingRequest,
): Promise<Pick<Listing, "total" | "isMore">> {
  const { state } = conditions;
  if (isFiltered(conditions)) {
    const most = (page - 1) * queuePageRows + mostCountedAhead;
    return upTo(most, await countQueue(db, conditions, most + 1));
  }
  const known = (total: number) => ({ total, isMore: false });
  if (state === "to-do") return known(counts.toDoCount);
  if (state === "all") return known(counts.allCount);
  const counted = counts.stateCounts.find((entry) => entry.state === state);
  return known(counted?.count ?? 0);
}
