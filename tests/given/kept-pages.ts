import { openChangeCounter } from "#app/db/change-counter.server.ts";
import type { DatabasePlace } from "#app/db/connection.server.ts";
import { answerKeptPages } from "#app/http/gate/answer-kept-pages.server.ts";
import { renderForEverybody } from "#app/http/gate/kept-page.server.ts";
import { KeptPages } from "#app/http/gate/kept-pages.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { loader as callPage } from "#app/routes/_public.calls.$call.tsx";
import { loader as firstPage } from "#app/routes/_public._index.tsx";
import { onTestFinished } from "vitest";
import { callRoute } from "#tests/asking/routes.ts";
import { startGates } from "./gates.ts";

export type Rendering = (request: Request, context: RequestContext) => unknown;

/** The loaders of the pages, whose data stands for the page. */
const renderPages: Rendering = async (request, context) => {
  const [, slug] = /^\/calls\/(.+)/.exec(new URL(request.url).pathname) ?? [];
  const loader = slug === undefined ? firstPage : callPage;
  const params = slug === undefined ? {} : { call: slug };
  const { status, data } = await callRoute(loader, {
    request,
    context,
    params,
  });
  return new Response(JSON.stringify(data), {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
};

/**
 * Kept pages before the gates, as server.ts stands them, and behind these a
 * route that says "let in".
 *
 * @returns also the addresses that were rendered, one after another.
 */
export async function startKeptPages(
  context: RequestContext,
  { place, render = renderPages }: { place: DatabasePlace; render?: Rendering },
) {
  const changes = openChangeCounter(place);
  onTestFinished(() => changes.close());
  const rendered: string[] = [];
  const started = await startGates(context, undefined, (app, stood) => {
    const answer =
      (path: string) => async (request: Request, of: RequestContext) => {
        rendered.push(path);
        return (await render(request, of)) as Response;
      };
    const around = { ...context, env: stood.env };
    return answerKeptPages(app, {
      ...around,
      noticeProxy: stood.gates.noticeProxy,
      kept: new KeptPages({
        ...around,
        countChanges: changes.read,
        render: renderForEverybody(answer, around),
      }),
    });
  });
  return { ...started, rendered };
}
