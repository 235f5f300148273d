import type { Request, RequestHandler, Response } from "express";
import { sendPlainPage } from "./plain-page.server.ts";

/** An answer of a million characters, most of them percent-encoded. */
const maxFormBytes = 6_000_000;

/** A browser that is still sending shows no answer before it is done, or a "connection reset". */
const drainMilliseconds = 5_000;

type Caps = {
  /** Where multer streams files to disk; everywhere else a body is a form. */
  uploadPaths: RegExp;
  maxUploadBytes: number;
};

/**
 * Caps the body of every route, by its declared length and by counting: an
 * unguarded Remix action would read 400 MB into memory.
 */
export function capBodies(caps: Caps): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const isUpload =
      caps.uploadPaths.test(request.path) &&
      Boolean(request.is("multipart/form-data"));
    const maxBytes = isUpload ? caps.maxUploadBytes : maxFormBytes;
    if (Number(request.headers["content-length"] ?? 0) > maxBytes)
      return refuseBody(request, response);
    let receivedBytes = 0;
    let isRefused = false;
    const emit = request.emit.bind(request);
    // Counting in `emit` sees the bytes without starting the stream before its reader is there.
    request.emit = (event: string | symbol, ...parts: unknown[]) => {
      if (event === "data" && parts[0] instanceof Uint8Array) {
        receivedBytes += parts[0].byteLength;
        if (receivedBytes > maxBytes) {
          if (!isRefused) refuseBody(request, response);
          isRefused = true;
          return false;
        }
      }
      return emit(event, ...parts);
    };
    next();
  };
}

function refuseBody(request: Request, response: Response) {
  if (response.headersSent) return void request.destroy();
  response.set("Connection", "close");
  sendPlainPage(
    response,
    413,
    "What you sent is too big",
    "Go back: what you typed is still there. Make the text shorter or choose a smaller file, then send it again.",
  );
  request.resume();
  setTimeout(() => request.destroy(), drainMilliseconds).unref();
}
