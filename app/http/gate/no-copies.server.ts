import type { RequestHandler } from "express";

/**
 * Whatever says nothing of copies is kept neither on the way nor in the
 * browser: pages, data, redirects and errors alike may tell who answered what.
 */
export function keepNoCopies(): RequestHandler {
  return (_request, response, next) => {
    const { writeHead } = response;
    response.writeHead = function (...parts: unknown[]) {
      if (!response.hasHeader("Cache-Control"))
        response.setHeader("Cache-Control", "no-store");
      return Reflect.apply(writeHead, response, parts);
    };
    next();
  };
}
