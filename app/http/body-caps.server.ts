import type { Request, RequestHandler, Response } from "express";
import { sendPlainPage } from "./plain-page.server.ts";

/** An answer of a million characters, most of them percent-encoded. */
const maxFormBytes = 6_000_000;

/** A browser that is still sending shows no answer; cut off, it shows "connection reset". */
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
      return refuseUnread(request, response);
    capWhileReading(request, response, maxBytes);
    next();
  };
}

/** Lets the bytes pass by until the browser is done, and answers then. */
function refuseUnread(request: Request, response: Response) {
  const answer = () => {
    if (!response.headersSent && !response.destroyed) sendRefusal(response);
  };
  request.once("end", answer);
  setTimeout(answer, drainMilliseconds).unref();
  request.resume();
}

/** Counting in `emit` sees the bytes without starting the stream before its reader is there. */
function capWhileReading(
  request: Request,
  response: Response,
  maxBytes: number,
) {
  let receivedBytes = 0;
  const emit = request.emit.bind(request);
  request.emit = (event: string | symbol, ...parts: unknown[]) => {
    const isOver = receivedBytes > maxBytes;
    // Whoever reads must not take a body that was cut for a whole one.
    if (isOver && (event === "data" || event === "end")) return false;
    if (event === "data" && parts[0] instanceof Uint8Array) {
      receivedBytes += parts[0].byteLength;
      if (receivedBytes > maxBytes) {
        if (!response.headersSent) sendRefusal(response);
        return request.listenerCount("error") > 0
          ? emit("error", new Error("A body is over its cap"))
          : false;
      }
    }
    return emit(event, ...parts);
  };
}

function sendRefusal(response: Response) {
  response.set("Connection", "close");
  sendPlainPage(
    response,
    413,
    "What you sent is too big",
    "Go back: what you typed is still there. Make the text shorter or choose a smaller file, then send it again.",
  );
}
