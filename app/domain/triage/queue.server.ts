import type { Db } from "#app/db/schema.ts";
import { toFullTextQuery } from "#app/db/search.server.ts";
import { readSearchTerms, type SearchTerms } from "#app/db/search-words.ts";
import { selectActiveStaff } from "../accounts/accounts.server.ts";
import { selectAllCalls } from "../calls/calls.server.ts";
import { inLanguage } from "../calls/languages.ts";
import { awaitingStates } from "../responses/triage-states.ts";
import {
  countVisibleResponses,
  selectVisibleResponses,
} from "../responses/visible-responses.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import { selectExcerpts } from "./queue-excerpts.server.ts";
import { emptyListing, selectListing } from "./queue-listing.server.ts";
import type { QueueConditions } from "./queue.queries.server.ts";
import { type QueueChoices, type QueuePage, type QueueRow } from "./queue.ts";
import type { QueueFilter } from "./queue-filter.ts";
import {
  selectTagNamesInUse,
  selectTagNamesOf,
} from "./tag-names.queries.server.ts";
import { type TriageState, triageStates } from "./triage.ts";

type QueueRequest = {
  filter: QueueFilter;
  viewer: Viewer;
  now: Date;
  /** As `selectQueueChoices` gave them; asked for where they are left out. */
  calls?: QueueChoices["calls"];
};

/**
 * One page of the queue, 50 responses each: oldest first, what was searched for
 * in the order in which it was recorded. A page past the end is the last one.
 * A search in which there is no word finds nothing. Claims that ran out before
 * `now` are not shown.
 */
export async function selectQueuePage(
  db: Db,
  { filter, viewer, now, ...given }: QueueRequest,
): Promise<QueuePage> {
  const calls = given.calls ?? (await selectCallChoices(db));
  const callId = calls.find((call) => call.slug === filter.callSlug)?.id;
  const search = readSearchTerms(filter.q);
  const conditions = toConditions(filter, { viewer, callId, search });
  const counts = await readStateCounts(db, viewer, callId);
  const isSearchable =
    filter.q === "" || conditions.fullTextQuery !== undefined;
  const { responseIds, ...listing } = isSearchable
    ? await selectListing(db, { conditions, counts, page: filter.page })
    : emptyListing;
  const rows = await readRows(db, responseIds, {
    terms: search.terms,
    callTitles: new Map(calls.map(({ id, title }) => [id, title])),
    viewer,
    now,
  });
  return {
    rows,
    ...listing,
    ...counts,
    isSearchable,
    isSearchShortened: search.isShortened,
  };
}

function toConditions(
  filter: QueueFilter,
  known: { viewer: Viewer; callId: number | undefined; search: SearchTerms },
): QueueConditions {
  const { viewer, callId, search } = known;
  const { assignee } = filter;
  return {
    viewer,
    callId,
    state: filter.state,
    assigneeId:
      assignee === "me"
        ? viewer.staffId
        : assignee === "none"
          ? null
          : assignee,
    tagId: filter.tagId,
    hasFiles: filter.hasFiles,
    isFlagged: filter.isFlagged,
    fullTextQuery: toFullTextQuery(search.terms),
  };
}

async function readStateCounts(
  db: Db,
  viewer: Viewer,
  callId: number | undefined,
) {
  const counted = await countVisibleResponses(db, { viewer, callId });
  const stateCounts = triageStates.map((state) => ({
    state,
    count: counted.get(state) ?? 0,
  }));
  const sum = (states: readonly TriageState[]) =>
    stateCounts
      .filter(({ state }) => states.includes(state))
      .reduce((total, { count }) => total + count, 0);
  return {
    stateCounts,
    toDoCount: sum(awaitingStates),
    allCount: sum(triageStates),
  };
}

type RowsRequest = {
  terms: readonly string[];
  callTitles: Map<number, string>;
  viewer: Viewer;
  now: Date;
};

async function readRows(
  db: Db,
  responseIds: number[],
  request: RowsRequest,
): Promise<QueueRow[]> {
  if (responseIds.length === 0) return [];
  const { viewer, now } = request;
  const rows = await selectVisibleResponses(db, { responseIds, viewer, now });
  const tags = await selectTagNamesOf(db, responseIds);
  const excerpts = await selectExcerpts(db, {
    ...request,
    responseIds,
  });
  const byId = new Map(rows.map((row) => [row.responseId, row]));
  return responseIds.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      ...toQueueRow(row, request),
      tagNames: tags
        .filter((tag) => tag.responseId === id)
        .map((tag) => tag.name),
      excerpt: excerpts.get(id) ?? {
        from: "beginning",
        parts: [{ text: row.excerpt, isHit: false }],
      },
    };
  });
}

function toQueueRow(response: VisibleResponse, request: RowsRequest) {
  const { claim, assigneeId } = response;
  const { staffId } = request.viewer;
  return {
    reference: response.reference,
    callTitle: request.callTitles.get(response.callId) ?? "",
    receivedAt: response.receivedAt,
    channel: response.channel,
    state: response.state,
    assigneeName: response.assigneeName,
    isAssignedToMe: assigneeId === staffId,
    claimedByName: claim?.name ?? null,
    isClaimedByMe: claim?.staffId === staffId,
    wordCount: response.wordCount,
    attachmentCount: response.attachmentCount,
    isFlagged: response.isFlagged,
  };
}

/** What the queue can be filtered by today, in the order of the lists. */
export async function selectQueueChoices(db: Db): Promise<QueueChoices> {
  const calls = await selectCallChoices(db);
  const staff = await selectActiveStaff(db);
  const tags = await selectTagNamesInUse(db);
  return {
    calls,
    staff: staff.map(({ staffId, name }) => ({ staffId, name })),
    tags,
  };
}

async function selectCallChoices(db: Db): Promise<QueueChoices["calls"]> {
  const calls = await selectAllCalls(db);
  return calls.map(({ id, slug, definition }) => ({
    id,
    slug,
    title: inLanguage(definition.title, "en"),
  }));
}
