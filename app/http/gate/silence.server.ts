import type { Request, Response } from "express";
import { sendPlainPage } from "./plain-page.server.ts";

/** Longer than a train's tunnel; shorter than what a server waits before it hangs up without a word. */
export const silenceMilliseconds = 60_000;

const looksPerSilence = 6;

/**
 * Ends a request of which nothing has come for a while, in words: one that
 * still moves is never ended, however long it takes.
 */
export function endWhenSilent(
  request: Request,
  response: Response,
  milliseconds = silenceMilliseconds,
): void {
  let seenBytes = request.socket.bytesRead;
  let silentLooks = 0;
  const look = setInterval(() => {
    const { bytesRead } = request.socket;
    silentLooks = bytesRead === seenBytes ? silentLooks + 1 : 0;
    seenBytes = bytesRead;
    if (request.complete) return clearInterval(look);
    if (silentLooks < looksPerSilence) return;
    clearInterval(look);
    tellSilence(request, response);
  }, milliseconds / looksPerSilence);
  look.unref();
  response.once("close", () => clearInterval(look));
}

function tellSilence(request: Request, response: Response) {
  if (response.headersSent) return;
  response.set("Connection", "close");
  response.once("finish", () => request.destroy());
  sendPlainPage(response, 408, (words) => words.silent);
}
