import type { Params } from "@remix-run/react";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { type Answer, callRoute, type RouteFunction } from "./routes.ts";

export type Fields = [name: string, value: string][];

export type Address = { path: string; params: Params };

type FormRoute = { action: RouteFunction; loader: RouteFunction };

type SentForm = Answer & { page: Answer | undefined };

type SentFiles = Partial<Omit<ReceivedForm, "fields">> & { fields?: Fields };

/** Where a call's pages are: its own, those of its form by id, and what stands beside them. */
export function addressOf(slug: string, pageId?: string): Address {
  return pageId === undefined
    ? { path: `/calls/${slug}`, params: { call: slug } }
    : {
        path: `/respond/${slug}/${pageId}`,
        params: { call: slug, page: pageId },
      };
}

/**
 * A browser as far as loaders and actions are concerned: it keeps its
 * cookies, and hands each request a context of its own, as server.ts does.
 */
export function openBrowser(context: RequestContext, cookie = "") {
  const browser = {
    cookie,
    get: (loader: RouteFunction, address: Address) =>
      ask(loader, requestFor(address, {}), { ...context }, address),
    /** A form sent as a document: where it is given back, the page comes with it. */
    post: (route: FormRoute, address: Address, fields: Fields) => {
      const body = new URLSearchParams(fields);
      return send(route, address, { method: "POST", body }, { ...context });
    },
    postBody: (route: FormRoute, address: Address, init: RequestInit) =>
      send(route, address, { ...init, method: "POST" }, { ...context }),
    /** A multipart form as multer hands it over. */
    postFiles: (
      route: FormRoute,
      address: Address,
      { fields = [], stagedFiles = [], refusedParts = [] }: SentFiles,
    ) => {
      const receivedForm = {
        fields: new FormData(),
        stagedFiles,
        refusedParts,
      };
      for (const [name, value] of fields)
        receivedForm.fields.append(name, value);
      const own = { ...context, receivedForm };
      return send(route, address, { method: "POST" }, own);
    },
  };

  const requestFor = ({ path }: Address, init: RequestInit) =>
    new Request(`http://localhost:3000${path}`, {
      ...init,
      headers: {
        ...init.headers,
        ...(browser.cookie && { Cookie: browser.cookie }),
      },
    });

  /** As Remix does: the action, then, where it answers with data, the loader with the same context. */
  async function send(
    route: FormRoute,
    address: Address,
    init: RequestInit,
    own: RequestContext,
  ): Promise<SentForm> {
    const sent = requestFor(address, init);
    const answer = await ask(route.action, sent, own, address);
    if (answer.location !== undefined) return { ...answer, page: undefined };
    const page = await ask(route.loader, requestFor(address, {}), own, address);
    return { ...answer, page };
  }

  async function ask(
    route: RouteFunction,
    request: Request,
    own: RequestContext,
    { params }: Address,
  ): Promise<Answer> {
    const answer = await callRoute(route, { request, context: own, params });
    for (const line of answer.headers.getSetCookie())
      browser.cookie = keepCookie(browser.cookie, line);
    return answer;
  }

  return browser;
}

/** The cookies with one more, in place of the one of its name; a cookie that is taken away goes. */
function keepCookie(cookies: string, line: string): string {
  const [pair = ""] = line.split(";");
  const [name = ""] = pair.split("=");
  const others = cookies
    .split("; ")
    .filter((one) => one !== "" && !one.startsWith(`${name}=`));
  const isTakenAway = /;\s*(Max-Age=0|Expires=Thu, 01 Jan 1970)/i.test(line);
  return [...others, ...(isTakenAway ? [] : [pair])].join("; ");
}
