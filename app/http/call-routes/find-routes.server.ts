import type { CallDefinition } from "#app/domain/calls/definition.ts";
import type { FoundRoutes } from "#app/domain/calls/routes/routes.ts";
import { openWorkerThread } from "#app/domain/files/worker-threads.server.ts";

export type RoutesTask = { definitions: CallDefinition[]; today: string };
export type RoutesAnswer = FoundRoutes[];

const thread = openWorkerThread<RoutesTask, RoutesAnswer>({
  script: "app/http/call-routes/find-routes.worker.ts",
  timeoutMilliseconds: 5_000,
  maxHeapMegabytes: 256,
});

/**
 * The ways through each of these forms, found in a thread, so that nobody else's
 * page waits for it. One that takes too long is not checked, and said to be so.
 */
export async function findRoutesOf(
  definitions: CallDefinition[],
  today: string,
): Promise<FoundRoutes[]> {
  const outcome = await thread.ask({ definitions, today });
  return outcome.ok
    ? outcome.answer
    : definitions.map(() => ({ kind: "not-checked" }));
}
