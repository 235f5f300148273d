import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import { type Call, selectAllCalls } from "../calls/calls.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { readEvidence } from "./evidence.server.ts";
import { selectTaggersOf } from "./evidence.queries.server.ts";
import { type FormMeanings, readFormMeanings } from "./form-meanings.server.ts";
import {
  countTaggings,
  type ReaderConditions,
  selectTaggingKeys,
} from "./retrieval.queries.server.ts";
import {
  type ReaderCounts,
  type ReaderFilter,
  type ReaderOptions,
  type ReaderPage,
  readerPageRows,
} from "./retrieval.ts";
import { selectTags } from "./tags.queries.server.ts";
import { idsUnder } from "./tags.ts";

/** What a tag's evidence can be narrowed by. */
export type ReaderChoices = {
  tagIds: number[];
  calls: Call[];
  meanings: FormMeanings;
  staff: { staffId: string; name: string }[];
};

/** What a tag's evidence can be narrowed by; the ids of the tag itself and of all its parts among it. */
export async function selectReaderChoices(
  db: Db,
  tagId: number,
): Promise<ReaderChoices> {
  const tagIds = idsUnder(await selectTags(db), tagId);
  const calls = await selectAllCalls(db);
  const meanings = await readFormMeanings(db);
  const staff = await selectTaggersOf(besideOthers(db), tagIds);
  return { tagIds, calls, meanings, staff };
}

/** The same as what may stand in an address. */
export function optionsOf(choices: ReaderChoices): ReaderOptions {
  return {
    callSlugs: choices.calls.map(({ slug }) => slug),
    speakers: [...choices.meanings.speakerLabels.keys()],
    questionIds: [...choices.meanings.questionLabels.keys()],
    staffIds: choices.staff.map(({ staffId }) => staffId),
  };
}

export type ReaderRequest = {
  tagId: number;
  filter: ReaderFilter;
  choices: ReaderChoices;
  viewer: Viewer;
  now: Date;
  /** How many are wanted; a page of the screen where it is not said. */
  limit?: number;
  /** Only what was tagged before then, and was not looked at again since. */
  notSeenSince?: string | undefined;
};

/**
 * All that is tagged with a tag or a part of it, a page at a time: passages with
 * their words, and whole responses. The counts are of the same conditions as the list.
 */
export async function selectReaderPage(
  db: Db,
  request: ReaderRequest,
): Promise<ReaderPage> {
  const { filter, limit = readerPageRows } = request;
  const conditions = conditionsOf(request);
  const { after, before } = filter;
  const asked = { after, before, limit };
  const reading = besideOthers(db);
  const found = await selectTaggingKeys(reading, conditions, asked);
  const keys = before ? found.reverse() : found;
  const counts = await countTaggings(reading, conditions);
  const [first] = keys;
  const skipped =
    first && (after || before)
      ? await countTaggings(reading, conditions, first)
      : undefined;
  return {
    items: await readEvidence(db, { ...request, keys }),
    counts,
    skipped: skipped ? skipped.passages + skipped.wholes : 0,
  };
}

/** How much a filter leaves, wherever the page begins. */
export async function countEvidence(
  db: Db,
  request: Omit<ReaderRequest, "limit">,
): Promise<ReaderCounts> {
  return countTaggings(besideOthers(db), conditionsOf(request));
}

/** A filter with everything looked up. */
function conditionsOf({
  tagId,
  filter,
  choices,
  viewer,
  notSeenSince,
}: Pick<
  ReaderRequest,
  "tagId" | "filter" | "choices" | "viewer" | "notSeenSince"
>): ReaderConditions {
  const { callSlug, ...narrowed } = filter;
  return {
    ...narrowed,
    notSeenSince,
    viewer,
    tagIds: filter.isOwnOnly ? [tagId] : choices.tagIds,
    callId: choices.calls.find(({ slug }) => slug === callSlug)?.id,
    meanings: choices.meanings,
  };
}
