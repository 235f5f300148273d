import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

/**
 * Gives the request an id and logs how it ended: method, status and
 * milliseconds. No address, no path, no query: they could tell who answered.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    response.locals.requestId = requestId;
    response.on("finish", () => {
      const milliseconds = Math.round(performance.now() - startedAt);
      logger.debug({
        requestId,
        method: request.method,
        status: response.statusCode,
        milliseconds,
      });
    });
    next();
  };
}
