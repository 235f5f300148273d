import type { Trx } from "#app/db/schema.ts";
import { mayBeAssigned } from "../accounts/groups.server.ts";
import { assigneeOf } from "../accounts/groups.ts";
import { changeResponse } from "../responses/changes.server.ts";
import { responseStates } from "../responses/responses.ts";
import type { VisibleResponse } from "../responses/visible-responses.ts";
import { putTagsBack, selectTaggingsOf } from "../tagging/bulk-tags.server.ts";
import { saveResponseTagsWithin } from "../tagging/response-tags.server.ts";
import { decideTriageWithin } from "../triage/decisions.server.ts";
import { assigneeAfter } from "../triage/reopening.server.ts";
import type { TriageActor } from "../triage/triage.ts";
import type { BulkItem } from "./bulk.queries.server.ts";
import {
  type BeforeIt,
  beforeSchema,
  type BulkAction,
  type BulkDeed,
  type BulkOutcome,
  type BulkUndone,
} from "./bulk.ts";
import { whyLeftOut } from "./previews.server.ts";

export type Step = {
  action: BulkAction;
  item: BulkItem;
  /** As it stands now; undefined where the actor does not see it any more. */
  response: VisibleResponse | undefined;
  actor: TriageActor;
  now: Date;
};

export type Done = { outcome: BulkOutcome; before?: BeforeIt };

/** Does to one response what is to be done to all, where it is as the preview saw it. */
export async function doToOne(trx: Trx, step: Step): Promise<Done> {
  const { action, item, response, actor } = step;
  if (!response) return { outcome: "gone" };
  const left = whyLeftOut(response, actor.staffId);
  if (left) return { outcome: left };
  if (response.rowVersion !== item.row_version) return { outcome: "changed" };
  const { deed } = action;
  return "tagIds" in deed
    ? tagOne(trx, step, deed)
    : decideOne(trx, { ...step, response }, deed);
}

async function tagOne(
  trx: Trx,
  { action, item, actor, now }: Step,
  { kind, tagIds }: Extract<BulkDeed, { tagIds: number[] }>,
): Promise<Done> {
  const responseId = item.response_id;
  const isAdding = kind === "add-tags";
  const given = await selectTaggingsOf(trx, [responseId], tagIds);
  const saved = await saveResponseTagsWithin(trx, {
    ...{ responseId, actor, now, bulk: action.actionId },
    seenTagIds: isAdding ? [] : tagIds,
    tagIds: isAdding ? tagIds : [],
  });
  if (!saved.ok)
    return { outcome: saved.reason === "withdrawn" ? "withdrawn" : "no-tag" };
  const { added, removed } = saved;
  if (added.length + removed.length === 0) return { outcome: "same" };
  const before = isAdding
    ? { added }
    : { removed: given.get(responseId) ?? [] };
  return { outcome: "done", before };
}

async function decideOne(
  trx: Trx,
  { action, item, response, actor, now }: Step & { response: VisibleResponse },
  deed: Exclude<BulkDeed, { tagIds: number[] }>,
): Promise<Done> {
  const { responseId, rowVersion, state, assigneeId } = response;
  const isOfState = deed.kind === "decide";
  const decided = await decideTriageWithin(trx, {
    ...{ responseId, rowVersion, actor, now, note: "" },
    // "received" leaves the state as it is.
    state: isOfState ? deed.state : "received",
    assigneeId: isOfState ? assigneeId : assigneeOf(item),
    bulk: action.actionId,
  });
  if (!decided.ok) return { outcome: refusals[decided.reason] };
  const { standing } = decided;
  if (standing.rowVersion === rowVersion) return { outcome: "same" };
  const since = { rowVersion: standing.rowVersion };
  return {
    outcome: "done",
    before: isOfState ? { ...since, state } : { ...since, assigneeId },
  };
}

const refusals = {
  stale: "changed",
  withdrawn: "withdrawn",
  frozen: "frozen",
  "not-allowed": "not-allowed",
  "reason-needed": "not-allowed",
  "unknown-assignee": "person-left",
  "has-conflict": "not-allowed",
} as const satisfies Record<string, BulkOutcome>;

/** Puts one response back as it was before, where nobody changed it since. */
export async function undoOne(trx: Trx, step: Step): Promise<BulkUndone> {
  const { action, item, response, actor, now } = step;
  if (!response) return "gone";
  if (response.state === "withdrawn") return "withdrawn";
  if (response.isFlagged) return "frozen";
  const before = beforeSchema.parse(JSON.parse(item.before_it ?? "{}"));
  const { responseId } = response;
  if (before.rowVersion === undefined)
    return putTagsBack(trx, {
      ...{ responseId, actor, now, undoes: action.actionId },
      ...{ added: before.added ?? [], addedBy: action.madeBy },
      removed: before.removed ?? [],
    });
  return putDecisionBack(trx, { ...step, response }, before);
}

async function putDecisionBack(
  trx: Trx,
  { action, response, actor, now }: Step & { response: VisibleResponse },
  before: BeforeIt,
): Promise<BulkUndone> {
  const { responseId } = response;
  const state = responseStates.find((one) => one === before.state);
  const { rowVersion } = before;
  const had = before.assigneeId ?? null;
  // Whoever had it may have left, and a group may have ended.
  const assigneeId =
    had !== null && (await mayBeAssigned(trx, had)) ? had : null;
  const undoes = { undoes: action.actionId };
  const event = state
    ? {
        type: "response.decision-undone",
        details: { from: response.state, to: state, ...undoes },
      }
    : {
        type: "response.assigned",
        details: {
          ...{ from: response.assigneeId, to: assigneeId, ...undoes },
        },
      };
  const standing = response.assigneeId;
  const keeps =
    state &&
    (await assigneeAfter(trx, response, { state, assigneeId: standing }));
  const changed = await changeResponse(trx, {
    ...{ responseId, actor, now, events: [event] },
    ...(rowVersion !== undefined && { rowVersion }),
    set: state
      ? { state, ...(keeps !== standing && { assigneeId: null }) }
      : { assigneeId },
  });
  return changed.ok ? "undone" : "changed";
}
