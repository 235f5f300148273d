import type { Request, RequestHandler, Response } from "express";
import { giveBack, readTypedForm } from "./typed-form.server.ts";
import { sendPlainPage } from "./plain-page.server.ts";

/** What a form may hold at most, by its address; the first that fits counts, and elsewhere the least. */
const formCaps: [path: RegExp, maxBytes: number][] = [
  // What a form of the review side holds, once more percent-encoded: it waits here while its sender signs in.
  [/^\/review\/sign-in(\.data)?\/?$/i, 800_000],
  // A codebook or a call of a million characters, most of them percent-encoded.
  [/^\/review\/(tags\/files|calls\/new\/file)(\.data)?\/?$/i, 6_000_000],
  // A table of translations, or a hundred of its texts side by side.
  [/^\/review\/calls\/[^/]+\/edit\/languages\//i, 6_000_000],
  // The longest passage, memo and definition together, in any script.
  [/^\/review\//i, 400_000],
  // A receipt of a long form, as a file or pasted.
  [/^\/receipts\/check(\.data)?\/?$/i, 6_000_000],
  // A code, or nothing but a button.
  [/^\/respond\/[^/]+\/(late|check|delete|save|sent)(\.data)?\/?$/i, 20_000],
  // An answer of a million characters, most of them percent-encoded.
  [/^\/respond\//i, 6_000_000],
  // The same answer, or an item of one, changed or added after it was sent.
  [/^\/receipt\/(change|item|add-item)(\.data)?\/?$/i, 6_000_000],
];
const smallestFormCap = 20_000;

/** What a form to an address may hold. */
export function maxFormBytesOf(path: string): number {
  return formCaps.find(([of]) => of.test(path))?.[1] ?? smallestFormCap;
}

/** A browser that is still sending shows no answer; cut off, it shows "connection reset". */
const drainMilliseconds = 5_000;

type Caps = {
  /** Where multer streams files to disk; everywhere else a body is a form. */
  uploadPaths: RegExp;
  maxUploadBytes: number;
};

/**
 * A form with too many files still holds words, and the route gives them back:
 * as long as its length is told, what the draft has no room for is read and thrown away.
 */
const timesOverRead = 8;

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
    const declaredBytes = Number(request.headers["content-length"] ?? 0);
    const maxBytes = !isUpload
      ? maxFormBytesOf(request.path)
      : caps.maxUploadBytes * (declaredBytes > 0 ? timesOverRead : 1);
    if (declaredBytes > maxBytes)
      return void refuseUnread(request, response).catch(next);
    capWhileReading(request, response, maxBytes);
    next();
  };
}

/** Reads as much as may be, lets the rest pass by until the browser is done, and answers then. */
async function refuseUnread(request: Request, response: Response) {
  const form = await readTypedForm(request, maxFormBytesOf(request.path));
  if (response.headersSent || response.destroyed) return;
  response.set("Connection", "close");
  const typed = giveBack(request, form, "to-send");
  sendPlainPage(response, 413, (words) => words.tooBig, typed);
}

/**
 * Counting in `emit` sees the bytes without starting the stream before its
 * reader is there. Over the cap the reader gets no more, and an error at the
 * end: it must not take a body that was cut for a whole one.
 */
function capWhileReading(
  request: Request,
  response: Response,
  maxBytes: number,
) {
  let receivedBytes = 0;
  let answer = () => {};
  const emit = request.emit.bind(request);
  request.emit = (event: string | symbol, ...parts: unknown[]) => {
    const wasOver = receivedBytes > maxBytes;
    if (event === "data" && parts[0] instanceof Uint8Array)
      receivedBytes += parts[0].byteLength;
    if (receivedBytes <= maxBytes) return emit(event, ...parts);
    if (!wasOver) {
      answerOnce(response, (answerNow) => (answer = answerNow));
      response.once("finish", () => {
        if (request.listenerCount("error") > 0)
          emit("error", new Error("A body is over its cap"));
      });
      request.resume();
    }
    if (event === "end") answer();
    if (event === "data" || event === "end") return false;
    return emit(event, ...parts);
  };
}

/** Answers when `whenSent` says that the browser is done, and in any case after a while. */
function answerOnce(
  response: Response,
  whenSent: (answer: () => void) => void,
) {
  const answer = () => {
    if (response.headersSent || response.destroyed) return;
    response.set("Connection", "close");
    sendPlainPage(response, 413, (words) => words.tooBig);
  };
  whenSent(answer);
  setTimeout(answer, drainMilliseconds).unref();
}
