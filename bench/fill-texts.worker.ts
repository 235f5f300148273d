import { parentPort } from "node:worker_threads";
import { freezeAnswers } from "#app/domain/responses/frozen-answers.ts";
import { type PlannedResponse, planResponses } from "./fill-plan.ts";
import type { FillTask, MadeResponse } from "./fill-texts.ts";

let plans: Generator<PlannedResponse> | undefined;

function makePart(task: FillTask): MadeResponse[] {
  plans ??= planResponses(task.count, task.now);
  const part: MadeResponse[] = [];
  while (part.length < task.partSize) {
    const { value: plan } = plans.next();
    if (!plan) break;
    const answers = { advice: plan.text, who: "myself" };
    part.push({ plan, frozen: freezeAnswers(task.definition, answers, "en") });
  }
  return part;
}

parentPort?.on("message", (task: FillTask) =>
  parentPort?.postMessage(makePart(task)),
);
