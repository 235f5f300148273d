import { createHash } from "node:crypto";
import {
  type AskedForm,
  writeAskedForm,
} from "#app/domain/calls/asked-pages.ts";
import type { RouteChanges } from "#app/domain/calls/routes/route-changes.ts";
import type { FoundRoutes } from "#app/domain/calls/routes/routes.ts";
import { openFairThreads } from "#app/domain/files/worker-threads.server.ts";

type Shown = { page: number; perPage: number };

/** @property before where what changes is asked for; a definition goes over as JSON, which is copied and not walked through */
export type RoutesTask = {
  text: string;
  before?: string;
  shown?: Shown;
  today: string;
};
export type RoutesAnswer = {
  found?: FoundRoutes;
  changes?: RouteChanges;
};

const timeoutMilliseconds = 15_000;

/** Shared out by call: what waits for one call's ways is no other's to wait for longer than for one. */
const threads = openFairThreads<RoutesTask, RoutesAnswer>({
  script: "app/http/call-routes/find-routes.worker.ts",
  ...{ timeoutMilliseconds, maxHeapMegabytes: 256, threadCount: 1 },
  ...{ maxWaiting: 32, maxWaitingOfSender: 4 },
  ...{ senderMilliseconds: 30_000, forgetAfterMilliseconds: 60_000 },
});

/** Nobody waits for it but who asked: a thread that a busy machine has to begin first is worth more than "not yet". */
const pagePatienceMilliseconds = 5_000;
const forgetFailureMilliseconds = 60_000;
const notChecked = { kind: "not-checked" } as const;
/** In the thread still, or waiting for it. */
const beingFound = { kind: "being-found" } as const;
type BeingFound = typeof beingFound;

type OfCall = {
  callSlug: string;
  today: string;
  /** Then a page says that the ways are being found; they are there at the next look. */
  patienceMilliseconds?: number;
};

/**
 * A list of the ways through a form, found in a thread, so that nobody else's
 * page waits for it. A form that takes too long is not checked, and said to be so.
 */
export async function findRoutesOf(
  definition: AskedForm,
  of: OfCall,
  shown: Shown,
): Promise<FoundRoutes | BeingFound> {
  const task = { text: writtenOf(definition), shown, today: of.today };
  const answer = await askOnce(task, of);
  return answer === undefined ? beingFound : (answer.found ?? notChecked);
}

/** What a change of a form means for the ways through it, found in the same way. */
export async function findRouteChangesOf(
  { before, after }: { before: AskedForm; after: AskedForm },
  of: OfCall,
): Promise<RouteChanges | BeingFound> {
  const [text, old] = [writtenOf(after), writtenOf(before)];
  const task = { text, before: old, today: of.today };
  const answer = await askOnce(task, of);
  return answer === undefined ? beingFound : (answer.changes ?? notChecked);
}

/** A definition is one object until it is changed (`checkedDefinitionOf`), and is written down once. */
const written = new WeakMap<AskedForm, string>();

/** What says who is asked what: what a call says of itself is changed without the ways being found again. */
function writtenOf(definition: AskedForm): string {
  const text = written.get(definition) ?? writeAskedForm(definition);
  written.set(definition, text);
  return text;
}

/** Few are looked at on one day, and each is until it is changed. */
const mostKept = 32;
const kept = new Map<string, Promise<RoutesAnswer | undefined>>();

/** @returns undefined where it is not found yet */
async function askOnce(
  task: RoutesTask,
  { callSlug, patienceMilliseconds = pagePatienceMilliseconds }: OfCall,
): Promise<RoutesAnswer | undefined> {
  const key = keyOf(task);
  const asked = kept.get(key) ?? ask(key, task, callSlug);
  return Promise.race([asked, after(patienceMilliseconds)]);
}

function keyOf({ text, before = "", shown, today }: RoutesTask): string {
  const hash = createHash("sha256").update(today);
  for (const part of [text, before, JSON.stringify(shown ?? null)])
    hash.update(`${part.length} ${part}`);
  return hash.digest("hex");
}

function ask(
  key: string,
  task: RoutesTask,
  sender: string,
): Promise<RoutesAnswer | undefined> {
  const budget = { leftMilliseconds: timeoutMilliseconds };
  const forget = () => kept.delete(key);
  const asked = threads.ask({ task, sender, budget }).then((outcome) => {
    if (outcome.ok) return outcome.answer;
    const { failure } = outcome;
    if (failure === "busy" || failure === "over-budget") {
      forget();
      return undefined;
    }
    // The machine was busy: it may not be the next time.
    setTimeout(forget, forgetFailureMilliseconds).unref();
    return {};
  });
  // A fault of ours is not kept; whoever waits is told of it.
  asked.catch(forget);
  kept.set(key, asked);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return asked;
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds).unref();
  });
}
