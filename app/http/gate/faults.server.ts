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
import {
  type PlainPage,
  plainPagePolicy,
  type Portal,
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
      return sendPlainPage(response, status, {
        heading: "This address cannot be read",
        advice:
          "If you typed the address, check it. If you followed a link of ours, tell us.",
      });
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
  sendPlainPage(response, status, {
    heading: reason
      ? "We could not save what you sent"
      : "Something went wrong on our side",
    ...(typed && {
      advice:
        "What you typed is below. Copy it to somewhere safe, wait a minute, then send it again.",
    }),
    typed,
  });
}

function statusOf(error: unknown): number {
  const asked =
    error instanceof Error && "status" in error ? Number(error.status) : 500;
  return asked >= 400 && asked < 500 ? asked : 500;
}

const unreadable: Record<string, { line: string; page: PlainPage }> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    line: "408 Request Timeout",
    page: { heading: "What you sent did not arrive in time" },
  },
  HPE_HEADER_OVERFLOW: {
    line: "431 Request Header Fields Too Large",
    page: {
      heading: "Your browser sent too much with its request",
      advice: "Clear this site’s cookies in your browser, then try again.",
    },
  },
};

const noHttp = {
  line: "400 Bad Request",
  page: { heading: "What was sent cannot be read" },
};

/** Answers what Node gives up reading before there is a request: in words, with every header. */
export function answerUnreadable(server: Server, portal: Portal) {
  // Node would answer an expectation that it does not know with an empty 417 of its own.
  server.on("checkExpectation", (request, response) =>
    server.emit("request", request, response),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const { line, page } = unreadable[error.code ?? ""] ?? noHttp;
    const nonce = randomBytes(16).toString("base64");
    const body = writePlainPage(page, { portal, nonce });
    const headers = {
      ...fixedHeaders(portal.publicBaseUrl),
      "Content-Security-Policy": plainPagePolicy(nonce),
      "Cache-Control": "no-store",
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
