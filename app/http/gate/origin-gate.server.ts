import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.server.ts";

/**
 * Lets a request that may change something in only from our own pages. Remix's
 * own check is the second line: it passes requests without an `Origin`.
 */
export function refuseForeignOrigins(publicBaseUrl: URL): RequestHandler {
  return (request, response, next) => {
    // With single fetch on, nothing of ours asks for `?_data=`.
    if (request.query._data !== undefined) {
      return sendPlainPage(response, 400, {
        heading: "This address is not in use",
      });
    }
    if (request.method === "GET" || request.method === "HEAD") return next();
    if (comesFromOurPages(request.headers, publicBaseUrl.origin)) return next();
    sendPlainPage(response, 403, {
      heading: "This form was not sent from our own page",
      advice:
        "Nothing was saved by this. If you had typed something, go back before you do anything else: most browsers still show it. Copy it to somewhere safe, then open the page anew and send it again. If you use a privacy extension, it may be hiding where the form came from.",
    });
  };
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
