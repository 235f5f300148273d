import type { Request, RequestHandler, Response } from "express";
import { maxFormBytesOf } from "./body-caps.server.ts";
import { giveBack, readTypedForm } from "./typed-form.server.ts";
import { sendPlainPage } from "./plain-page.server.ts";

/**
 * Lets a request that may change something in only from our own pages. Remix's
 * own check is the second line: it passes requests without an `Origin`.
 */
export function refuseForeignOrigins(publicBaseUrl: URL): RequestHandler {
  return (request, response, next) => {
    // With single fetch on, nothing of ours asks for `?_data=`.
    if (request.query._data !== undefined) {
      return sendPlainPage(response, 400, (words) => words.unusedAddress);
    }
    if (request.method === "GET" || request.method === "HEAD") return next();
    if (comesFromOurPages(request.headers, publicBaseUrl.origin)) {
      response.locals.isFromOurPages = true;
      return next();
    }
    refuseForeign(request, response).catch(next);
  };
}

/**
 * Gives the words back to be copied, never to be sent again: pressed on a page of
 * ours, a form that another site made up would come from our own page. Where the
 * browser says that it did, there is nothing of the person's in it.
 */
async function refuseForeign(request: Request, response: Response) {
  const isOfAnotherSite = request.headers["sec-fetch-site"] === "cross-site";
  const typed = isOfAnotherSite
    ? undefined
    : giveBack(
        request,
        await readTypedForm(request, maxFormBytesOf(request.path)),
        "to-copy",
      );
  sendPlainPage(response, 403, (words) => words.foreignForm, typed);
}

type GateHeaders = {
  origin?: string | undefined;
  "sec-fetch-site"?: string | string[] | undefined;
};

function comesFromOurPages(headers: GateHeaders, ownOrigin: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (headers.origin !== undefined) return headers.origin === ownOrigin;
  return site === "same-origin";
}
