import { findRoutes } from "#app/domain/calls/routes/routes.ts";
import { answerTasks } from "#app/domain/files/thread-answers.worker.ts";
import type { RoutesAnswer, RoutesTask } from "./find-routes.server.ts";

answerTasks<RoutesTask, RoutesAnswer>(({ definitions, today }) =>
  Promise.resolve(
    definitions.map((definition) => findRoutes(definition, today)),
  ),
);
