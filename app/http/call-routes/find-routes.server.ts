import { createHash } from "node:crypto";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import type { RouteChanges } from "#app/domain/calls/routes/route-changes.ts";
import type { FoundRoutes } from "#app/domain/calls/routes/routes.ts";
import { openWorkerThread } from "#app/domain/files/worker-threads.server.ts";

/** @property before where what changes is asked for */
export type RoutesTask = {
  definition: CallDefinition;
  before?: CallDefinition;
  today: string;
};
export type RoutesAnswer = { found?: FoundRoutes; changes?: RouteChanges };

const thread = openWorkerThread<RoutesTask, RoutesAnswer>({
  script: "app/http/call-routes/find-routes.worker.ts",
  timeoutMilliseconds: 15_000,
  maxHeapMegabytes: 256,
});

const notChecked = { kind: "not-checked" } as const;

/**
 * The ways through a form, found in a thread, so that nobody else's page waits
 * for it. A form that takes too long is not checked, and said to be so.
 */
export async function findRoutesOf(
  definition: CallDefinition,
  today: string,
): Promise<FoundRoutes> {
  const { found } = await askOnce({ definition, today });
  return found ?? notChecked;
}

/** What a change of a form means for the ways through it, found in the same way. */
export async function findRouteChangesOf(
  forms: { before: CallDefinition; after: CallDefinition },
  today: string,
): Promise<RouteChanges> {
  const { before, after: definition } = forms;
  const { changes } = await askOnce({ definition, before, today });
  return changes ?? notChecked;
}

/** Few are looked at on one day, and each is until it is changed. */
const mostKept = 8;
const kept = new Map<string, Promise<RoutesAnswer>>();

function askOnce(task: RoutesTask): Promise<RoutesAnswer> {
  const key = keyOf(task);
  const known = kept.get(key);
  if (known) return known;
  const asked = thread.ask(task).then((outcome) => {
    // The machine was busy: it may not be the next time.
    if (!outcome.ok) kept.delete(key);
    return outcome.ok ? outcome.answer : {};
  });
  kept.set(key, asked);
  // A fault of ours is not kept.
  asked.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return asked;
}

function keyOf({ definition, before, today }: RoutesTask): string {
  return createHash("sha256")
    .update(JSON.stringify([today, definition, before]))
    .digest("hex");
}
