import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import { selectActiveStaff } from "../accounts/accounts.server.ts";
import { selectGroups } from "../accounts/groups.server.ts";
import { selectAllCalls } from "../calls/calls.server.ts";
import { inLanguage } from "../calls/languages.ts";
import {
  countVisibleResponses,
  selectVisibleResponses,
} from "../responses/visible-responses.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import { awaitsTriage } from "../responses/triage-states.ts";
import { selectExcerpts } from "./queue-excerpts.server.ts";
import { readAsked } from "./queue-asked.server.ts";
import {
  countFlagged,
  countOverdue,
  countWithGroups,
  countWithReader,
} from "./queue-tabs.server.ts";
import { selectListing } from "./queue-listing.server.ts";
import { kindsIn } from "./queue-known.ts";
import { readMarkedTerms } from "./queue-query-parts.ts";
import {
  type QueueChoices,
  type QueuePage,
  type QueueRow,
  toQueueCounts,
} from "./queue.ts";
import type { QueueFilter } from "./queue-filter.ts";
import { countWaitingWithWords } from "./same-words.queries.server.ts";
import { selectSpeakers, unknownSpeaker } from "./queue-speakers.server.ts";
import { selectTagNamesOf, selectTagTree } from "./tag-names.queries.server.ts";

type QueueRequest = {
  filter: QueueFilter;
  viewer: Viewer;
  now: Date;
  /** As `selectQueueChoices` gave them; asked for where they are left out. */
  calls?: QueueChoices["calls"];
  groups?: QueueChoices["groups"];
};

/**
 * One page of the queue, 50 responses each, in the order that was asked for. A
 * page past the end is the last one. A search in which there is nothing to search
 * for, or too much, finds nothing. Claims that ran out before `now` are not shown.
 */
export async function selectQueuePage(
  db: Db,
  { filter, viewer, now, ...given }: QueueRequest,
): Promise<QueuePage> {
  const calls = given.calls ?? (await selectCallChoices(db));
  const asked = await readAsked(db, {
    ...{ filter, viewer, calls, now, isShown: true },
  });
  const { conditions, problems, isEmpty } = asked;
  const of = { viewer, callId: conditions.callId };
  const counts = toQueueCounts(await countVisibleResponses(db, of));
  const { responseIds, ...listing } = isEmpty
    ? { ...emptyListing, counts }
    : await selectListing(db, { conditions, counts, page: filter.page });
  const rows = await readRows(db, responseIds, {
    terms: readMarkedTerms(filter.q),
    callTitles: new Map(calls.map(({ id, title }) => [id, title])),
    isOneLine: conditions.isOneLine,
    viewer,
    now,
  });
  const flaggedCount = await countFlagged(db, of);
  const groups = given.groups ?? (await selectGroups(db));
  return {
    rows,
    ...listing,
    flaggedCount,
    withReaderCount: await countWithReader(db, of),
    withGroups: await countWithGroups(db, of, groups),
    overdueCount: await countOverdue(db, { ...of, now }),
    isNothingThere:
      flaggedCount === 0 &&
      counts.stateCounts.every(({ count }) => count === 0),
    sort: conditions.sort,
    usualSort: asked.usualSort,
    isSearchable: !isEmpty,
    problems,
  };
}

/** Of a search in which there is nothing to search for. */
const emptyListing = {
  responseIds: [],
  total: 0,
  isMore: false,
  areMorePages: false,
  page: 1,
  pageCount: 1,
};

type RowsRequest = {
  terms: readonly string[];
  callTitles: Map<number, string>;
  isOneLine: boolean;
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
  const speakers = await selectSpeakers(db, viewer, rows);
  const excerpts = await selectExcerpts(db, {
    ...request,
    responseIds,
  });
  const keys = request.isOneLine ? rows.map(({ wordsKey }) => wordsKey) : [];
  const reading = besideOthers(db);
  const sameCounts = await countWaitingWithWords(reading, viewer, keys);
  const byId = new Map(rows.map((row) => [row.responseId, row]));
  return responseIds.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      ...toQueueRow(row, request),
      sameCount: Math.max(0, (sameCounts.get(row.wordsKey) ?? 0) - 1),
      ...(speakers.get(id) ?? unknownSpeaker),
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
    assigneeGone: response.assigneeGone,
    isAssignedToMe: assigneeId === staffId,
    claimedByName: claim?.name ?? null,
    isClaimedByMe: claim?.staffId === staffId,
    wordCount: response.wordCount,
    attachmentCount: response.attachmentCount,
    isFlagged: response.isFlagged,
    dueOn: awaitsTriage(response.state) ? response.dueOn : undefined,
    saysNothing: response.saysNothing && !response.isFlagged,
  };
}

/** What the queue can be filtered by today, in the order of the lists. */
export async function selectQueueChoices(db: Db): Promise<QueueChoices> {
  const calls = await selectCallChoices(db);
  const staff = await selectActiveStaff(db);
  const tags = await selectTagTree(db);
  return {
    calls,
    groups: await selectGroups(db),
    staff: staff.map(({ staffId, name }) => ({ staffId, name })),
    tags: tags.map(({ tagId, name, isRetired }) => ({
      tagId,
      name,
      isRetired,
    })),
    kinds: [...new Set(calls.flatMap((call) => call.kinds))],
  };
}

/** The calls a list can be of. */
export async function selectCallChoices(
  db: Db,
): Promise<QueueChoices["calls"]> {
  const calls = await selectAllCalls(db);
  return calls.map(({ id, slug, definition }) => ({
    id,
    slug,
    title: inLanguage(definition.title, "en"),
    kinds: kindsIn(definition),
  }));
}
