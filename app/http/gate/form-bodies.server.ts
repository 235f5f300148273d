import type { Request, RequestHandler, Response } from "express";
import { maxFormBytesOf } from "./body-caps.server.ts";
import { giveBack, readTypedForm } from "./typed-form.server.ts";
import { sendPlainPage } from "./plain-page.server.ts";

/**
 * Refuses a body that is no form of ours: Remix would answer 500 where an
 * action finds that it cannot read one. No form of ours comes by another method
 * than POST, and Remix would run its action for any.
 *
 * @param filePaths where files may come; elsewhere forms are urlencoded.
 */
export function takeOnlyForms(filePaths: RegExp[]): RequestHandler {
  return (request, response, next) => {
    if (!["GET", "HEAD", "POST"].includes(request.method)) {
      response.set("Allow", "GET, HEAD, POST");
      return sendPlainPage(response, 405, (words) => words.notDone);
    }
    if (!hasBody(request) || isOurForm(request, filePaths)) return next();
    refuseUnknown(request, response).catch(next);
  };
}

/**
 * Reads a urlencoded form for its route: a body that is handed on as a stream is
 * wrapped anew by each layer between here and the action, which is dearer than to
 * read it. What is too long was answered by `capBodies`; nobody is left to
 * answer where it breaks off.
 */
export function readFormBodies(): RequestHandler {
  return (request, response, next) => {
    if (request.receivedForm || !hasBody(request)) return next();
    readText(request).then(
      (body) => {
        request.urlencodedBody = body;
        next();
      },
      () => {
        if (!response.headersSent) response.destroy();
      },
    );
  };
}

function readText(request: Request): Promise<string> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
    request.once("close", () => {
      if (!request.complete) reject(new Error("A body broke off"));
    });
  });
}

async function refuseUnknown(request: Request, response: Response) {
  const form = await readTypedForm(request, maxFormBytesOf(request.path));
  const typed = giveBack(request, form, "to-copy");
  sendPlainPage(response, 415, (words) => words.unknownForm, typed);
}

function hasBody({ method, headers }: Request): boolean {
  if (method === "GET" || method === "HEAD") return false;
  return (
    headers["transfer-encoding"] !== undefined ||
    Number(headers["content-length"] ?? 0) > 0
  );
}

function isOurForm(request: Request, filePaths: RegExp[]): boolean {
  const type = request.headers["content-type"] ?? "";
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return true;
  return (
    filePaths.some((path) => path.test(request.path)) &&
    /^multipart\/form-data\s*;.*\bboundary=("[^"]+"|[^\s";]+)/i.test(type)
  );
}
