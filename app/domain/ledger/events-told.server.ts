import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { countOf } from "#app/db/counts.ts";
import type { Db } from "#app/db/schema.ts";
import { type ResponseState, responseStates } from "../responses/responses.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import { selectLastEventId } from "../audit/audit.server.ts";
import { weekOf } from "../text/weeks.ts";
import type { KindOfWork, StaffWork } from "./ledger.ts";
import {
  selectStateChanges,
  selectStateChangesOf,
  selectStates,
  selectWork,
} from "./ledger.queries.server.ts";

const eventsAtOnce = 2_000;

/** What an event leaves a response as; undefined for what its details say in `to`. */
const leavesAs: Record<string, ResponseState | undefined> = {
  "response.received": "received",
  "response.withdrawn-by-sender": "withdrawn",
  "response.state-changed": undefined,
  "response.decision-undone": undefined,
};
const takenOut = "response.import-undone";

const kindOf: Record<string, KindOfWork> = {
  "response.read": "opened",
  "response.state-changed": "decided",
  "response.tags-saved": "tagged",
  "passage.tagged": "tagged",
  "response.note-added": "noted",
  "response.safeguarding-raised": "flagged",
};

const detailsSchema = z.object({ to: z.enum(responseStates) });

export type EventsTold = {
  /** The state in which the events leave each response, by its id. */
  states: Map<number, ResponseState>;
  work: StaffWork[];
};

/**
 * Goes through the whole record of events, a stretch at a time so that others
 * are answered between: in which state they leave each response, and who did how
 * much in which week.
 */
export async function readEventsTold(db: Db): Promise<EventsTold> {
  const states = new Map<number, ResponseState>();
  const work = new Map<string, StaffWork>();
  const last = await selectLastEventId(db);
  for (let afterId = 0; afterId < last; afterId += eventsAtOnce) {
    const stretch = { afterId, upToId: Math.min(last, afterId + eventsAtOnce) };
    await readStates(db, stretch, states);
    await readWork(db, stretch, work);
    await nextTurn();
  }
  return { states, work: [...work.values()] };
}

type Stretch = Parameters<typeof selectWork>[1];

const stateEvents = [...Object.keys(leavesAs), takenOut];

type StateEvent = Awaited<ReturnType<typeof selectStateChanges>>[number];

async function readStates(
  db: Db,
  stretch: Stretch,
  states: Map<number, ResponseState>,
) {
  follow(states, await selectStateChanges(db, stretch, stateEvents));
}

function follow(states: Map<number, ResponseState>, events: StateEvent[]) {
  for (const event of events) {
    if (event.subject_id === null) continue;
    const state = leavesAs[event.type] ?? readTo(event.details);
    if (event.type === takenOut) states.delete(event.subject_id);
    else if (state) states.set(event.subject_id, state);
  }
}

/** Those of these responses whose state the events tell otherwise, read at one time. */
export async function findDisagreeing(
  db: Db,
  viewer: Pick<Viewer, "role">,
  responseIds: number[],
): Promise<number[]> {
  if (responseIds.length === 0) return [];
  const told = new Map<number, ResponseState>();
  const [events, standing] = await db
    .transaction()
    .execute(async (trx) => [
      await selectStateChangesOf(trx, responseIds, stateEvents),
      await selectStates(trx, viewer, responseIds),
    ]);
  follow(told, events);
  return standing
    .filter(({ id, state }) => told.get(id) !== state)
    .map(({ id }) => id);
}

function readTo(details: string): ResponseState | undefined {
  const read = detailsSchema.safeParse(JSON.parse(details));
  return read.success ? read.data.to : undefined;
}

async function readWork(
  db: Db,
  stretch: Stretch,
  work: Map<string, StaffWork>,
) {
  for (const row of await selectWork(db, stretch, Object.keys(kindOf))) {
    const kind = kindOf[row.type];
    if (row.actor_id === null || kind === undefined) continue;
    const week = weekOf(row.day);
    const key = `${row.actor_id} ${week} ${kind}`;
    const count = (work.get(key)?.count ?? 0) + countOf(row);
    work.set(key, { staffId: row.actor_id, week, kind, count });
  }
}
