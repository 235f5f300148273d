import type { AskedForm } from "#app/domain/calls/asked-pages.ts";
import { compareRoutes } from "#app/domain/calls/routes/route-changes.ts";
import { findWays, listRoutes } from "#app/domain/calls/routes/routes.ts";
import { keepByText } from "#app/domain/text/keep-by-text.ts";
import { answerTasks } from "#app/domain/files/thread-answers.worker.ts";
import type { RoutesAnswer, RoutesTask } from "./find-routes.server.ts";

answerTasks<RoutesTask, RoutesAnswer>((task) => Promise.resolve(answer(task)));

/** What is found of a form is kept in here, and handed over are a few ways of it. */
const formOf = keepByText((text) => {
  const definition = JSON.parse(text) as AskedForm;
  return { definition, found: findWays(definition) };
});

function answer({ text, before, shown, today }: RoutesTask): RoutesAnswer {
  const form = formOf(text);
  if (before !== undefined)
    return {
      changes: compareRoutes({ before: formOf(before), after: form }, today),
    };
  return { found: listRoutes(form, today, shown) };
}
