import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.server.ts";

/** 2 MB holds a long answer of a million characters, percent-encoded twice over in the worst common case. */
const maxFormBytes = 6_000_000;

/**
 * Caps the body of every route, by its declared length and by counting: an
 * unguarded Remix action would read 400 MB into memory.
 *
 * @param maxMultipartBytes for the posts that multer streams to disk.
 */
export function capBodies(maxMultipartBytes: number): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const isMultipart = request.is("multipart/form-data") !== false;
    const maxBytes = isMultipart ? maxMultipartBytes : maxFormBytes;
    const refuse = () => {
      if (response.headersSent) return request.destroy();
      response.set("Connection", "close");
      sendPlainPage(
        response,
        413,
        "What you sent is too big",
        "Go back: what you typed is still there. Make the text shorter or choose a smaller file, then send it again.",
      );
      response.on("finish", () => request.destroy());
    };
    if (Number(request.headers["content-length"] ?? 0) > maxBytes)
      return refuse();
    let receivedBytes = 0;
    const emit = request.emit.bind(request);
    // Counting in `emit` sees the bytes without starting the stream before its reader is there.
    request.emit = (event: string | symbol, ...parts: unknown[]) => {
      if (event === "data" && parts[0] instanceof Uint8Array) {
        receivedBytes += parts[0].byteLength;
        if (receivedBytes > maxBytes) {
          refuse();
          return false;
        }
      }
      return emit(event, ...parts);
    };
    next();
  };
}
