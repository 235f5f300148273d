import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import { noDue } from "../calls/dues.ts";
import { claimResponse } from "../responses/claims.server.ts";
import { awaitsTriage } from "../responses/triage-states.ts";
import type {
  Viewer,
  VisibleResponse,
} from "../responses/visible-responses.ts";
import {
  type PlaceInList,
  selectBeside,
  selectNextFor,
  type Step,
} from "./list-walk.queries.server.ts";
import { withLead } from "./queue-candidates.queries.server.ts";
import { readAsked } from "./queue-asked.server.ts";
import { mayStandInLines, type QueueFilter } from "./queue-filter.ts";
import type { QueueChoices } from "./queue.ts";
import { selectCallChoices } from "./queue.server.ts";

type Walk = {
  /** The list that somebody works through. */
  filter: QueueFilter;
  /** As `selectQueueChoices` gave them; asked for where they are left out. */
  calls?: QueueChoices["calls"];
  /** The response that they are at: it need not be in the list any more. */
  at: VisibleResponse;
  viewer: Viewer;
  now: Date;
};

/** The responses of a list before and after one: what a person pages to. Undefined at its ends, and where the list is of nothing. */
export async function findNeighbours(
  db: Db,
  walk: Walk,
): Promise<{ previous: string | undefined; next: string | undefined }> {
  const { conditions, isEmpty } = await readList(db, walk);
  const place = placeOf(walk.at);
  const find = async (step: Step) =>
    isEmpty
      ? undefined
      : (await selectBeside(besideOthers(db), conditions, { place, step }))
          ?.reference;
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
  const { conditions, isEmpty } = await readList(db, walk);
  if (isEmpty) return undefined;
  const { viewer, now, at } = walk;
  const of = {
    staffId: viewer.staffId,
    doneWith: at.responseId,
    at: now.toISOString(),
  };
  for (const place of [placeOf(at), undefined]) {
    const from = { ...of, place };
    const found = await selectNextFor(besideOthers(db), conditions, from);
    if (!found) continue;
    // Where a colleague was quicker it is opened to be read: its page says so.
    await claimResponse(db, { ...viewer, now, responseId: found.responseId });
    return found.reference;
  }
  return undefined;
}

function placeOf(response: VisibleResponse): PlaceInList {
  return {
    id: response.responseId,
    received_at: response.receivedAt,
    word_count: response.wordCount,
    safeguarding_flag: response.isFlagged ? 1 : 0,
    due_on: response.dueOn ?? noDue,
    awaits_triage: awaitsTriage(response.state) ? 1 : 0,
  };
}

/** Whether a list is what there is to do, of all or of one call: who takes next from it is handed the oldest. */
export function isWhatThereIsToDo(filter: QueueFilter): boolean {
  return filter.sort === undefined && mayStandInLines(filter);
}

async function readList(db: Db, { filter, viewer, now, ...given }: Walk) {
  const calls = given.calls ?? (await selectCallChoices(db));
  const asked = await readAsked(db, {
    ...{ filter, viewer, calls, now, isShown: true },
  });
  return { ...asked, conditions: await withLead(db, asked.conditions) };
}
