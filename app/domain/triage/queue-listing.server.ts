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

/** What a search finds is counted so much further than the pages before. */
const mostCountedAhead = 1_000;

/** A page past the end is the last one. */
export async function selectListing(
  db: Db,
  request: ListingRequest,
): Promise<Listing> {
  const { conditions } = request;
  const search = await toSearch(db, conditions);
  const counted = search
    ? await countFound(db, search, request.page)
    : { total: await readTotal(db, request), isMore: false };
  const pageCount = Math.max(1, Math.ceil(counted.total / queuePageRows));
  const page = Math.min(request.page, pageCount);
  const part = { limit: queuePageRows, offset: (page - 1) * queuePageRows };
  const responseIds = search
    ? await selectSearchedIds(db, search, part)
    : await selectQueueIds(db, conditions, part);
  return { responseIds, ...counted, page, pageCount };
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
  const most = (page - 1) * queuePageRows + mostCountedAhead;
  const count = await countSearched(db, search, most + 1);
  return { total: Math.min(count, most), isMore: count > most };
}

function isFiltered(conditions: QueueConditions): boolean {
  const { assigneeId, tagId, hasFiles, isFlagged } = conditions;
  return (
    hasFiles || isFlagged || assigneeId !== undefined || tagId !== undefined
  );
}

/** Under a call and a state alone the sum is known; counting 300,000 rows again would cost more than the page. */
async function readTotal(
  db: Db,
  { conditions, counts }: ListingRequest,
): Promise<number> {
  if (isFiltered(conditions)) return countQueue(db, conditions);
  const { state } = conditions;
  if (state === "to-do") return counts.toDoCount;
  if (state === "all") return counts.allCount;
  return counts.stateCounts.find((entry) => entry.state === state)?.count ?? 0;
}
