import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.server.ts";

/**
 * Refuses a request for a host this portal is not, and drops the forwarded
 * names and schemes that addresses would otherwise be built from.
 */
export function allowHosts(publicBaseUrl: URL): RequestHandler {
  return (request, response, next) => {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-port"];
    delete request.headers["x-forwarded-proto"];
    if (isOurHost(request.headers.host, publicBaseUrl)) return next();
    sendPlainPage(response, 421, (words) =>
      words.notServedHere(publicBaseUrl.origin),
    );
  };
}

export function isOurHost(host: string | undefined, publicBaseUrl: URL) {
  return host?.toLowerCase() === publicBaseUrl.host;
}
