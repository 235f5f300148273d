import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorRequestHandler, Request, Response } from "express";
import type { Logger } from "pino";
import { cannotSaveReason } from "#app/db/cannot-save.ts";
import { describeError } from "../request/describe-error.server.ts";
import { unsavedStatuses } from "../request/unsaved-form.server.ts";
import { maxFormBytesOf } from "./body-caps.server.ts";
import { giveBack, readTypedForm } from "./typed-form.server.ts";
import type { GateWords, Refused } from "./gate-words.ts";
import { languageInPacket } from "./keep-language.server.ts";
import {
  type GateLocals,
  plainPagePolicy,
  sendPlainPage,
  writePlainPage,
} from "./plain-page.server.ts";
import { fixedHeaders } from "./security-headers.server.ts";

/**
 * The last handler: what a gate or a static file could not do. The log gets
 * the kind of error and where it arose; a message may quote what a person sent.
 */
export function answerFaults(
  logger: Pick<Logger, "error">,
): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status < 500)
      return sendPlainPage(response, status, (words) => words.wrongAddress);
    logger.error(
      { requestId: String(response.locals.requestId), ...describeError(error) },
      "A request ended before its route",
    );
    tellFault(error, request, response).catch(next);
  };
}

async function tellFault(error: unknown, request: Request, response: Response) {
  const reason = cannotSaveReason(error);
  const status = reason ? unsavedStatuses[reason] : 500;
  const form = await readTypedForm(request, maxFormBytesOf(request.path));
  const isOurs = response.locals.isFromOurPages === true;
  const typed = giveBack(request, form, isOurs ? "to-send" : "to-copy");
  sendPlainPage(
    response,
    status,
    (words) => (reason ? words.notSaved : words.fault),
    typed,
  );
}

function statusOf(error: unknown): number {
  const asked =
    error instanceof Error && "status" in error ? Number(error.status) : 500;
  return asked >= 400 && asked < 500 ? asked : 500;
}

type Unreadable = { line: string; say: (words: GateWords) => Refused };

const unreadable: Record<string, Unreadable> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    line: "408 Request Timeout",
    say: (words) => words.late,
  },
  HPE_HEADER_OVERFLOW: {
    line: "431 Request Header Fields Too Large",
    say: (words) => words.headersTooBig,
  },
};

const noHttp: Unreadable = {
  line: "400 Bad Request",
  say: (words) => words.noHttp,
};

type Unread = NodeJS.ErrnoException & { rawPacket?: Buffer };

/** Answers what Node gives up reading before there is a request: in words, with every header. */
export function answerUnreadable(
  server: Server,
  { portal, speakAtGates: speak }: GateLocals,
) {
  // Node would answer an expectation that it does not know with an empty 417 of its own.
  server.on("checkExpectation", (request, response) =>
    server.emit("request", request, response),
  );
  server.on("clientError", (error: Unread, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const { line, say } = unreadable[error.code ?? ""] ?? noHttp;
    const nonce = randomBytes(16).toString("base64");
    const language = languageInPacket(error.rawPacket, portal);
    const body = writePlainPage(say, { portal, speak, language, nonce });
    const headers = {
      ...fixedHeaders(portal.publicBaseUrl),
      "Content-Security-Policy": plainPagePolicy(nonce),
      "Cache-Control": "no-store",
      "Content-Language": language,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": String(Buffer.byteLength(body)),
      Connection: "close",
    };
    const lines = Object.entries(headers).map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.end(`HTTP/1.1 ${line}\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
  });
}
