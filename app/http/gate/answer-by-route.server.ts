import {
  type AppLoadContext,
  createRequestHandler,
  type ServerBuild,
} from "@remix-run/node";
import type {
  Request as Asked,
  RequestHandler,
  Response as Reply,
} from "express";
import { compressPage, mayCompress } from "./compressed-page.server.ts";
import { tellScript } from "./led-script.server.ts";
import { cutToRoutes, findRoutesOf } from "./route-areas.server.ts";

type Building = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: string;
};

type Answering = {
  answer: ReturnType<typeof answerByArea>;
  /** Addresses of requests are ours, whatever a proxy says of scheme and name. */
  publicBaseUrl: URL;
  getLoadContext: (
    request: Asked,
    response: Reply,
  ) => AppLoadContext | Promise<AppLoadContext>;
};

/**
 * Hands a request to Remix and its answer to the browser. Remix's own adapter
 * for Express writes an answer without waiting for its reader, and goes on
 * holding the file that it reads from when the reader has left
 * (docs/decisions/115).
 */
export function answerByRoute(answering: Answering): RequestHandler {
  const { answer } = answering;
  const run = async (request: Asked, response: Reply) => {
    const asked = toWebRequest(request, response, answering.publicBaseUrl);
    const context = await answering.getLoadContext(request, response);
    const answered = await answer(request.path)(asked, context);
    const { wholePage: page, isPublicPage } = context;
    const isPacked = page && isPublicPage && mayCompress(request.headers);
    if (isPacked) response.set("Content-Encoding", "gzip");
    await sendAnswer(
      response,
      tellScript(request, answered),
      isPacked ? compressPage(page) : page,
    );
  };
  return (request, response, next) => void run(request, response).catch(next);
}

/**
 * A page is answered by a handler that knows only the routes which its address
 * may match, and all else by the whole build. There are no more of them than
 * there are ways to choose among the routes, whatever addresses are asked for.
 */
export function answerByArea({ build, mode }: Building) {
  const whole = createRequestHandler(build, mode);
  if (typeof build === "function") return () => whole;
  const areas = new Map<string, typeof whole>();
  const routesOf = findRoutesOf(build);
  return (path: string) => {
    const ids = routesOf(path) ?? [];
    if (ids.length === 0) return whole;
    const area = ids.join(" ");
    const answer =
      areas.get(area) ?? createRequestHandler(cutToRoutes(build, ids), mode);
    areas.set(area, answer);
    return answer;
  };
}

/** Without a body: whatever may be sent with a request has been read before. */
function toWebRequest(
  request: Asked,
  response: Reply,
  publicBaseUrl: URL,
): Request {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return new Request(publicBaseUrl.origin + request.originalUrl, {
    method: request.method,
    headers: toWebHeaders(request.headers),
    signal: gone.signal,
  });
}

function toWebHeaders(from: Asked["headers"]): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(from))
    for (const value of [values ?? []].flat()) headers.append(name, value);
  return headers;
}

/** As fast as its reader takes it; what it is read from is let go when the reader leaves, and at once where only the head is asked for. */
export async function sendAnswer(
  response: Reply,
  answer: Response,
  wholePage?: Buffer,
): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  if (wholePage) return void response.end(wholePage);
  const reader = answer.body?.getReader();
  // Without a reason: Remix's streams throw one where nobody can catch it.
  const letGo = () => void reader?.cancel().catch(() => undefined);
  if (!reader || response.req.method === "HEAD" || response.destroyed) letGo();
  else {
    response.once("close", letGo);
    await writeAll(response, reader);
    response.off("close", letGo);
  }
  response.end();
}

async function writeAll(
  response: Reply,
  reader: ReadableStreamDefaultReader<Uint8Array>,
) {
  for (;;) {
    const { done, value } = await reader.read();
    if (done || response.destroyed) return;
    if (!response.write(value)) await takesMore(response);
  }
}

/** When there is room again, or nobody is left to read. */
function takesMore(response: Reply): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      response.off("drain", goOn).off("close", goOn);
      resolve();
    };
    response.on("drain", goOn).on("close", goOn);
  });
}
