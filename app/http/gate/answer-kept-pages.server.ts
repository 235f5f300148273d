import { randomUUID } from "node:crypto";
import type {
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from "node:http";
import type { Surroundings } from "../request/context.server.ts";
import { logEnd } from "./access-log.server.ts";
import { isOurHost } from "./host-allow-list.server.ts";
import type { KeptPage } from "./kept-page.server.ts";
import type { KeptPages } from "./kept-pages.server.ts";
import { makeNonce, writeSecurityHeaders } from "./security-headers.server.ts";

type Standing = Pick<Surroundings, "env" | "logger"> & {
  kept: Pick<KeptPages, "find">;
  noticeProxy: (headers: IncomingMessage["headers"]) => void;
};

/**
 * Stands before the gates and answers the plainest of requests by itself; all
 * else, and whatever goes wrong here, is for those behind. What each gate would
 * have done for such a request is done here too (docs/decisions/206).
 */
export function answerKeptPages(
  behind: RequestListener,
  { env, logger, kept, noticeProxy }: Standing,
): RequestListener {
  const { policyWith } = writeSecurityHeaders(env);
  const send = (
    page: KeptPage,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    logEnd(response, { logger, requestId: randomUUID(), method: "GET" });
    noticeProxy(request.headers);
    const accepted = request.headers["accept-encoding"];
    const { body, headers } = page.for(String(accepted ?? ""));
    response.writeHead(200, [...headers, ...policyWith(makeNonce())]);
    response.end(body);
  };
  const find = (request: IncomingMessage) => {
    if (
      !isPlain(request) ||
      !isOurHost(request.headers.host, env.publicBaseUrl)
    )
      return undefined;
    try {
      return kept.find(request.url ?? "");
    } catch {
      return undefined;
    }
  };
  return (request, response) => {
    const found = find(request);
    if (!(found instanceof Promise))
      return found ? send(found, request, response) : behind(request, response);
    void found.then((page) =>
      page ? send(page, request, response) : behind(request, response),
    );
  };
}

/**
 * Whether nothing of a request but its address could matter. Every cookie of
 * ours has our name in its own: who brings one may have a draft, or be of the staff.
 */
function isPlain({ method, headers }: IncomingMessage): boolean {
  return (
    method === "GET" &&
    !headers.cookie?.includes("heard") &&
    headers["content-length"] === undefined &&
    headers["transfer-encoding"] === undefined
  );
}
