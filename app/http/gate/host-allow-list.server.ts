import type { RequestHandler } from "express";

/**
 * Refuses a request for a host this portal is not, and drops the forwarded
 * names that Remix would otherwise build request URLs from.
 */
export function allowHosts(publicBaseUrl: URL): RequestHandler {
  return (request, response, next) => {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-port"];
    if (request.headers.host?.toLowerCase() === publicBaseUrl.host)
      return next();
    response
      .status(421)
      .type("text/plain")
      .send("This address is not served here.\n");
  };
}
