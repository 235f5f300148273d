import { compareRoutes } from "#app/domain/calls/routes/route-changes.ts";
import { findRoutes } from "#app/domain/calls/routes/routes.ts";
import { answerTasks } from "#app/domain/files/thread-answers.worker.ts";
import type { RoutesAnswer, RoutesTask } from "./find-routes.server.ts";

answerTasks<RoutesTask, RoutesAnswer>((task) => Promise.resolve(answer(task)));

/** What is compared is small, and what is found is not: it stays in here. */
function answer({ definition, before, today }: RoutesTask): RoutesAnswer {
  const found = findRoutes(definition, today);
  if (!before) return { found };
  const old = { definition: before, found: findRoutes(before, today) };
  return {
    changes: compareRoutes(
      { before: old, after: { definition, found } },
      today,
    ),
  };
}
