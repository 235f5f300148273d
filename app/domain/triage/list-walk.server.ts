import type { Db } from "#app/db/schema.ts";
import { readSearchTerms } from "#app/db/search-words.ts";
import { claimResponse } from "../responses/claims.server.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import {
  type PlaceInList,
  selectBeside,
  selectNextFor,
  type Step,
} from "./list-walk.queries.server.ts";
import type { QueueConditions } from "./queue.queries.server.ts";
import { selectCallChoices, toConditions } from "./queue.server.ts";
import { type QueueFilter, wholeQueue } from "./queue-filter.ts";

type Walk = {
  /** The list that somebody works through. */
  filter: QueueFilter;
  /** The response that they are at: it need not be in the list any more. */
  place: PlaceInList;
  viewer: Viewer;
  now: Date;
};

/** The responses of a list before and after one: what a person pages to. Undefined at its ends. */
export async function findNeighbours(
  db: Db,
  walk: Walk,
): Promise<{ previous: string | undefined; next: string | undefined }> {
  const conditions = await readConditions(db, walk);
  const { place } = walk;
  const find = async (step: Step) =>
    (await selectBeside(db, conditions, { place, step }))?.reference;
  return { previous: await find("previous"), next: await find("next") };
}

/**
 * The next response of the list that somebody works through, after the one they
 * are at, and from its beginning where there is none: that nobody else is
 * reading and that they did not skip. One that awaits triage is taken for them.
 *
 * @returns undefined where the list has no other.
 */
export async function takeNextOfList(
  db: Db,
  walk: Walk,
): Promise<string | undefined> {
  const conditions = await readConditions(db, walk);
  const { viewer, now, place } = walk;
  const { responseId, staffId } = { ...place, ...viewer };
  const at = now.toISOString();
  for (const from of [place, beginning]) {
    const of = { place: from, staffId, at };
    const found = await selectNextFor(db, conditions, of);
    if (!found || found.responseId === responseId) continue;
    // Where a colleague was quicker it is opened to be read: its page says so.
    await claimResponse(db, { ...viewer, now, responseId: found.responseId });
    return found.reference;
  }
  return undefined;
}

const beginning: PlaceInList = { responseId: 0, receivedAt: "" };

/** Whether a list is what there is to do, of all or of one call: who takes next from it is handed the oldest. */
export function isWhatThereIsToDo(filter: QueueFilter): boolean {
  const { callSlug, page } = filter;
  const toDo = { ...wholeQueue, callSlug, page };
  return Object.entries(toDo).every(
    ([name, value]) => filter[name as keyof QueueFilter] === value,
  );
}

async function readConditions(
  db: Db,
  { filter, viewer }: Walk,
): Promise<QueueConditions> {
  const calls = await selectCallChoices(db);
  const callId = calls.find(({ slug }) => slug === filter.callSlug)?.id;
  const search = readSearchTerms(filter.q);
  return toConditions(filter, { viewer, callId, search });
}
