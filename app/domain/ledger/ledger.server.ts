import { setImmediate as nextTurn } from "node:timers/promises";
import { besideOthers } from "#app/db/reads-beside.server.ts";
import type { Db } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import type { Viewer } from "../responses/visible-responses.ts";
import type { ResponseState } from "../responses/responses.ts";
import { findDisagreeing, readEventsTold } from "./events-told.server.ts";
import {
  type CallLedger,
  type Ledger,
  type LedgerRow,
  noCounts,
  placeOf,
} from "./ledger.ts";
import { selectLedgerRows } from "./ledger.queries.server.ts";

const responsesAtOnce = 1_000;
const mostLookedAt = 500;
/** So many times as long as it takes to count, a count is good for: whoever looks again and again costs a tenth at most. */
const restShare = 10;

/** What takes no longer is counted whenever it is asked for. */
const quickMilliseconds = 100;

type Counting = { ledger: Promise<Ledger>; done: Ledger | undefined };

/** Of each database the count that is going on, or the last. All who may read see the same. */
const countings = new WeakMap<Db, Counting>();

/**
 * Every response's way through the queue: how many stand where, of each call,
 * and whether the events tell the same. Whoever asks while it is counted waits
 * for that count; one that took long is shown for ten times as long, and a small
 * portal's is of now.
 */
export async function readLedger(
  db: Db,
  viewer: Pick<Viewer, "role">,
  now: Date,
): Promise<Ledger> {
  if (!may(viewer, "read-responses")) return countLedger(db, viewer, now);
  const last = countings.get(db);
  if (last && (!last.done || isGoodAt(last.done, now))) return last.ledger;
  const counting: Counting = {
    ledger: countLedger(db, viewer, now),
    done: undefined,
  };
  countings.set(db, counting);
  try {
    return (counting.done = await counting.ledger);
  } catch (error) {
    countings.delete(db);
    throw error;
  }
}

function isGoodAt({ countedAt, milliseconds }: Ledger, now: Date): boolean {
  const age = now.getTime() - countedAt.getTime();
  return milliseconds > quickMilliseconds && age < restShare * milliseconds;
}

/**
 * Counts in the order of ids, a stretch at a time: a response that changes
 * meanwhile is counted once, in one place or the other.
 */
async function countLedger(
  db: Db,
  viewer: Pick<Viewer, "role">,
  now: Date,
): Promise<Ledger> {
  const startedAt = performance.now();
  const reading = besideOthers(db);
  const { states, work } = await readEventsTold(reading);
  const calls = new Map<number, CallLedger>();
  const disagreeing: number[] = [];
  let afterId = 0;
  for (;;) {
    const page = { afterId, limit: responsesAtOnce };
    const rows = await selectLedgerRows(reading, viewer, page);
    for (const row of rows) {
      addTo(calls, row);
      const told = states.get(row.id);
      if (told !== row.state) disagreeing.push(row.id);
    }
    const next = rows.at(-1)?.id;
    if (next === undefined || rows.length < responsesAtOnce) break;
    afterId = next;
    await nextTurn();
  }
  return {
    countedAt: now,
    milliseconds: performance.now() - startedAt,
    calls: [...calls.values()],
    work,
    disagreeing: await lookAgain(db, viewer, disagreeing),
  };
}

/** What changed between the two readings disagrees no more; of very many, the first are looked at. */
async function lookAgain(
  db: Db,
  viewer: Pick<Viewer, "role">,
  ids: number[],
): Promise<number[]> {
  const some = ids.slice(0, mostLookedAt);
  const first = await findDisagreeing(db, viewer, some);
  return [...first, ...ids.slice(mostLookedAt)];
}

type Selected = Awaited<ReturnType<typeof selectLedgerRows>>[number];

function toLedgerRow(row: Selected): LedgerRow {
  return {
    state: row.state,
    isFlagged: row.safeguarding_flag === 1,
    isHeldBack: Boolean(row.is_held_back),
    isOpened: Boolean(row.is_opened),
    isTagged: Boolean(row.is_tagged),
  };
}

const decidedStates: readonly ResponseState[] = [
  "triaged",
  "out-of-scope",
  "spam",
];

function addTo(calls: Map<number, CallLedger>, row: Selected) {
  const { call_id: callId, channel } = row;
  const call = calls.get(callId) ?? {
    callId,
    places: noCounts(),
    channels: new Map<string, number>(),
    days: new Map<string, number>(),
    decidedUnopened: 0,
    furtherOfPerson: 0,
  };
  calls.set(callId, call);
  const read = toLedgerRow(row);
  const place = placeOf(read);
  const day = row.received_at.slice(0, 10);
  call.places[place] += 1;
  call.channels.set(channel, (call.channels.get(channel) ?? 0) + 1);
  call.days.set(day, (call.days.get(day) ?? 0) + 1);
  if (decidedStates.includes(row.state) && !read.isOpened)
    call.decidedUnopened += 1;
  if (row.is_further && !read.isHeldBack) call.furtherOfPerson += 1;
}
