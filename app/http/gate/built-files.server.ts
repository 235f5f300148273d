import type { RequestHandler } from "express";
import sirv from "sirv";

/** A built file's name changes with what is in it. */
const forEver = "public, max-age=31536000, immutable";
const forAnHour = "public, max-age=3600";

/**
 * Sends what the build has made for browsers, compressed where it lies so. Its
 * names are read once: a file asked of the disk for each page's address took a
 * fifth of the time that a page takes.
 */
export function sendBuiltFiles(folder: string): RequestHandler {
  const send = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) =>
      response.setHeader(
        "Cache-Control",
        path.startsWith("/assets/") ? forEver : forAnHour,
      ),
  });
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD")
      send(request, response, next);
    else next();
  };
}
