import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#app/db/schema.ts";
import { toAssigneeColumns } from "../accounts/groups.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { findSkippers } from "../responses/skips.server.ts";
import { selectVisibleResponses } from "../responses/visible-responses.server.ts";
import { selectTaggingsOf } from "../tagging/bulk-tags.server.ts";
import { everyIdOf, readWholeList } from "../triage/queue-all.server.ts";
import type { QueueChoices } from "../triage/queue.ts";
import type { QueueFilter } from "../triage/queue-filter.ts";
import { mayMove, type TriageActor } from "../triage/triage.ts";
import {
  deleteSomeItems,
  insertAction,
  insertItems,
  moveAction,
  selectStaleActions,
} from "./bulk.queries.server.ts";
import {
  type BulkDeed,
  type BulkOutcome,
  maxBulkItems,
  minutesToBegin,
} from "./bulk.ts";
import { Turns } from "./turns.ts";

type Preview = {
  filter: QueueFilter;
  /** The address of the list. */
  search: string;
  deed: BulkDeed;
  actor: TriageActor;
  calls: QueueChoices["calls"];
  now: Date;
  /** After each batch, so that others who save have their turn. */
  pause?: () => Promise<unknown>;
};

/** So many are looked at and written down in one transaction. */
const rowsInBatch = 50;
const rowsDeletedAtATime = 500;
const shortPause = () => sleep(2);

/**
 * Writes down which responses of a list something would be done to, each with
 * the version it has, and which would be left out and why. Nothing is done to
 * any of them. What one person previewed before and did not begin goes.
 */
export async function previewBulk(
  db: Db,
  preview: Preview,
): Promise<
  | { ok: true; actionId: number }
  | { ok: false; reason: "nothing" | "not-understood" }
> {
  const { filter, actor, calls, now, pause = shortPause } = preview;
  await forgetStale(db, { actor, now, pause });
  const list = await readWholeList(db, { filter, viewer: actor, calls, now });
  if (!list.ok) return list;
  const actionId = await beginPreview(db, preview);
  const weighing = new Weighing(preview, actionId);
  for await (const ids of everyIdOf(db, list.conditions)) {
    await weighing.weigh(db, ids, pause);
    if (weighing.isFull) break;
    await pause();
  }
  if (weighing.count === 0) {
    await drop(db, actionId, now);
    return { ok: false, reason: "nothing" };
  }
  const { kind: _, ...rest } = preview.deed;
  const details = JSON.stringify({ ...rest, isCut: weighing.isFull });
  await db.transaction().execute((trx) =>
    moveAction(trx, {
      ...{ actionId, from: ["gathering"] },
      set: { standing: "previewed", details },
    }),
  );
  return { ok: true, actionId };
}

async function beginPreview(db: Db, preview: Preview): Promise<number> {
  const { kind, ...details } = preview.deed;
  return db.transaction().execute((trx) =>
    insertAction(trx, {
      ...{ made_by: preview.actor.staffId, kind, standing: "gathering" },
      ...{ search: preview.search, made_at: preview.now.toISOString() },
      details: JSON.stringify(details),
    }),
  );
}

/** Looks at responses one batch after the other, and remembers whose turn it is. */
class Weighing {
  count = 0;
  isFull = false;
  readonly #preview: Preview;
  readonly #actionId: number;
  readonly #people: readonly string[];
  readonly #turns: Turns;

  constructor(preview: Preview, actionId: number) {
    const { deed } = preview;
    this.#preview = preview;
    this.#actionId = actionId;
    this.#people = deed.kind === "assign" ? deed.people : [];
    this.#turns = new Turns(this.#people);
  }

  async weigh(db: Db, ids: number[], pause: () => Promise<unknown>) {
    for (let start = 0; start < ids.length; start += rowsInBatch) {
      const left = maxBulkItems - this.count;
      const some = ids.slice(start, start + Math.min(rowsInBatch, left));
      this.isFull = some.length < Math.min(rowsInBatch, ids.length - start);
      const rows = await this.#rowsOf(db, some);
      await db.transaction().execute((trx) => insertItems(trx, rows));
      this.count += rows.length;
      if (this.isFull) return;
      await pause();
    }
  }

  async #rowsOf(db: Db, responseIds: number[]) {
    const { actor: viewer, deed, now } = this.#preview;
    const responses = await selectVisibleResponses(db, {
      ...{ responseIds, viewer, now },
    });
    const tagged =
      "tagIds" in deed
        ? await selectTaggingsOf(db, responseIds, deed.tagIds)
        : undefined;
    const skippers = await findSkippers(db, {
      ...{ responseIds, staffIds: this.#people },
    });
    // In their order: people take turns by it.
    const inOrder = responses.toSorted((a, b) => a.responseId - b.responseId);
    return inOrder.map((response) => {
      const { responseId } = response;
      const has = tagged?.get(responseId) ?? [];
      const turn = this.#turns.whoseTurn(skippers.get(responseId));
      const assigneeId = turn ?? null;
      const outcome =
        whyLeftOut(response, viewer.staffId) ??
        (turn === undefined ? "not-allowed" : null) ??
        whyNothingToDo(response, this.#preview, { has, assigneeId });
      if (outcome === null && assigneeId) this.#turns.took(assigneeId);
      return {
        ...{ action_id: this.#actionId, response_id: responseId, outcome },
        ...{ row_version: response.rowVersion, before_it: null, undone: null },
        ...toAssigneeColumns(outcome === null ? assigneeId : null),
      };
    });
  }
}

/** Why a response is not touched whatever is to be done: a colleague reads it, or it is not like the others. */
export function whyLeftOut(
  response: VisibleResponse,
  staffId: string,
): BulkOutcome | null {
  if (response.state === "withdrawn") return "withdrawn";
  if (response.isFlagged) return "frozen";
  const { claim } = response;
  return claim && claim.staffId !== staffId ? "claimed" : null;
}

function whyNothingToDo(
  response: VisibleResponse,
  { deed, actor }: Pick<Preview, "deed" | "actor">,
  found: { has: unknown[]; assigneeId: string | null },
): BulkOutcome | null {
  const isSo = (is: boolean) => (is ? "same" : null);
  switch (deed.kind) {
    case "add-tags":
      return isSo(found.has.length === deed.tagIds.length);
    case "remove-tags":
      return isSo(found.has.length === 0);
    case "assign":
      return isSo(
        deed.people.length < 2 && response.assigneeId === found.assigneeId,
      );
    case "decide":
      if (response.state === deed.state) return "same";
      return mayMove(response.state, deed.state, actor) ? null : "not-allowed";
  }
}

async function forgetStale(
  db: Db,
  {
    actor,
    now,
    pause,
  }: Pick<Preview, "actor" | "now"> & { pause: () => Promise<unknown> },
) {
  const before = new Date(now.getTime() - minutesToBegin * 60_000);
  const stale = await selectStaleActions(db, {
    ...{ staffId: actor.staffId, before: before.toISOString() },
  });
  for (const actionId of stale) {
    for (let deleted = rowsDeletedAtATime; deleted === rowsDeletedAtATime;) {
      deleted = await db
        .transaction()
        .execute((trx) => deleteSomeItems(trx, actionId, rowsDeletedAtATime));
      await pause();
    }
    await drop(db, actionId, now);
  }
}

/** Its row stays: an id is never given again, so that no page of before means another. */
async function drop(db: Db, actionId: number, now: Date) {
  await db.transaction().execute((trx) =>
    moveAction(trx, {
      ...{ actionId, from: ["gathering", "previewed"] },
      set: { standing: "cancelled", ended_at: now.toISOString() },
    }),
  );
}
