import { responseAddress } from "#app/addresses.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import {
  isWhatThereIsToDo,
  takeNextOfList,
} from "#app/domain/triage/list-walk.server.ts";
import type { QueueChoices } from "#app/domain/triage/queue.ts";
import { selectQueueChoices } from "#app/domain/triage/queue.server.ts";
import {
  type QueueFilter,
  filterOptionsOf,
  readQueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import type { RequestContext } from "./context.server.ts";
import { type Flash, redirectWithFlash } from "./flash.server.ts";
import { safeReturnPath } from "./guards.server.ts";

type Context = Pick<RequestContext, "db" | "env" | "now">;

type Next = {
  staff: StaffMember;
  /** The list the person works through. */
  queuePath: string;
  /** The response they are done with: the next of a list is the one after it. */
  after?: VisibleResponse;
  /** What was just done, told on the next page. */
  done?: Pick<Flash, "text" | "undo">;
};

const words = {
  held: "You have this response already. Decide it, hand it over or give it back before you take the next.",
  "nothing-left": "Nothing is left to take.",
  "all-claimed":
    "What is left is being read by colleagues or assigned to them. Try again in a few minutes.",
  "rest-skipped":
    "You skipped what is left. Open it from the queue if you want to read it after all.",
  "end-of-list": "That was the last of this list.",
};

/**
 * Takes the next response and goes to it; back to the list where there is none,
 * saying why. From what there is to do it is the oldest that is free, from any
 * other list the one after.
 */
export async function openNextResponse(
  context: Context,
  next: Next,
): Promise<Response> {
  const { queuePath, done } = next;
  const list = await readList(context, queuePath);
  const taken = await takeFrom(context, list, next);
  const text = [done?.text, taken.told].filter(Boolean).join(" ");
  const flash: Flash | undefined = text
    ? { ...done, kind: taken.told ? "notice" : "success", text }
    : undefined;
  const to = taken.reference
    ? responsePath(taken.reference, queuePath)
    : queuePath;
  return redirectWithFlash(context, to, flash);
}

/** Where it goes on, and what is to be said of it. */
type Taken = { reference?: string; told?: string };

async function takeFrom(
  { db, now }: Context,
  list: List,
  { staff, after }: Next,
): Promise<Taken> {
  const { filter } = list;
  if (after && !isWhatThereIsToDo(filter)) {
    const walk = { ...list, at: after, viewer: staff, now: now() };
    const reference = await takeNextOfList(db, walk);
    return reference ? { reference } : { told: words["end-of-list"] };
  }
  const slug = filter.callSlug;
  const call = slug ? await findCallBySlug(db, slug) : undefined;
  const { areSameApart } = filter;
  const claim = { ...staff, callId: call?.id, areSameApart, now: now() };
  const next = await claimNextResponse(db, claim);
  if (!next.ok) return { told: words[next.reason] };
  const { reference, isNewClaim } = next;
  return isNewClaim ? { reference } : { reference, told: words.held };
}

/** A list, and the calls that there are where they had to be looked up. */
type List = { filter: QueueFilter; calls?: QueueChoices["calls"] };

/** The list that an address of the queue shows. What there is to do is known without looking up what there is to choose. */
export async function readList(
  { db }: Pick<RequestContext, "db">,
  queuePath: string,
): Promise<List> {
  const parameters = parametersOf(queuePath);
  const callSlug = parameters.get("call") ?? undefined;
  if ([...parameters.keys()].every((name) => ["call", "page"].includes(name)))
    return { filter: { ...wholeQueue, callSlug } };
  const choices = await selectQueueChoices(db);
  const { filter } = readQueueFilter(parameters, filterOptionsOf(choices));
  return { filter, calls: choices.calls };
}

/** A response's page, with the list to go back to. */
export function responsePath(reference: string, queuePath: string): string {
  return responseAddress(reference, new URLSearchParams({ from: queuePath }));
}

/** The list that a response's page was opened from. */
export function queuePathOf(returnTo: string): string {
  return safeReturnPath(parametersOf(returnTo).get("from"));
}

function parametersOf(path: string): URLSearchParams {
  return new URL(path, "http://localhost").searchParams;
}
