import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.server.ts";

const knownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/**
 * Refuses what Remix cannot make a request of and would answer with a 500: a
 * target with a host of its own (`GET http://evil.example/`), which servers
 * must read and only proxies send, and methods like TRACE.
 */
export function takeOnlyKnownRequests(): RequestHandler {
  return (request, response, next) => {
    if (!request.originalUrl.startsWith("/"))
      return sendPlainPage(response, 400, (words) => words.unreadableAddress);
    if (knownMethods.includes(request.method)) return next();
    response.set("Allow", "GET, HEAD, POST");
    sendPlainPage(response, 405, (words) => words.notDone);
  };
}
