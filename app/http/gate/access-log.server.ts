import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

/**
 * Gives the request an id and logs how it ended: method, status and
 * milliseconds. No address, no path, no query: they could tell who answered.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    logEnd(response, { logger, requestId, method: request.method });
    next();
  };
}

/** Logs how a request ends whose answer begins now. */
export function logEnd(
  response: ServerResponse,
  request: { logger: Logger; requestId: string; method: string },
) {
  const { logger, requestId, method } = request;
  if (!logger.isLevelEnabled("debug")) return;
  const startedAt = performance.now();
  response.on("finish", () => {
    const milliseconds = Math.round(performance.now() - startedAt);
    const status = response.statusCode;
    logger.debug({ requestId, method, status, milliseconds });
  });
}
