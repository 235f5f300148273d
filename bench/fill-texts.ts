import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import type { FrozenAnswers } from "#app/domain/responses/frozen-answers.ts";
import type { PlannedResponse } from "./fill-plan.ts";

export type FillTask = {
  count: number;
  now: Date;
  definition: CallDefinition;
  /** How many responses come at a time. */
  partSize: number;
};
export type MadeResponse = { plan: PlannedResponse; frozen: FrozenAnswers };

/**
 * The responses of a fill, planned and frozen, a part at a time. A thread makes
 * each part while the one before is written: it is a third of the work.
 */
export async function* makeResponses(
  task: FillTask,
): AsyncGenerator<MadeResponse[]> {
  const thread = startThread();
  const ask = async (): Promise<MadeResponse[]> => {
    const answered = once(thread, "message");
    thread.postMessage(task);
    const [part] = (await answered) as [MadeResponse[]];
    return part;
  };
  try {
    let part = await ask();
    while (part.length > 0) {
      const next = ask();
      yield part;
      part = await next;
    }
  } finally {
    await thread.terminate();
  }
}

function startThread() {
  const script = pathToFileURL(path.resolve("bench/fill-texts.worker.ts")).href;
  // A thread of Node 20 heeds no `--import tsx`.
  const load = `import("tsx/esm/api").then((tsx) => { tsx.register(); return import(${JSON.stringify(script)}); })`;
  return new Worker(load, { eval: true, execArgv: [] });
}
