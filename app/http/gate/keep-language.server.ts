import type { Request as Asked, RequestHandler } from "express";
import { languageParameter } from "#app/addresses.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import type { Surroundings } from "../request/context.server.ts";
import {
  keepLanguage,
  keptLanguage,
  readLanguage,
} from "../request/language.server.ts";

/** An address that names a language has chosen it: the pages after it are in it too, wherever they are led to. */
export function keepChosenLanguage(
  surroundings: Pick<Surroundings, "env">,
): RequestHandler {
  return (request, response, next) => {
    const language = namedLanguage(request);
    if (language)
      response.append("Set-Cookie", keepLanguage(surroundings, language));
    next();
  };
}

function namedLanguage(request: Pick<Asked, "query">) {
  const named = request.query[languageParameter];
  return readLanguage(typeof named === "string" ? named : "");
}

const teamsPage = /^\/review(?![\w-])/i;

/**
 * In what a gate speaks: what the address names or the cookie keeps. It knows no
 * call, so it does not ask what is offered; to the team it speaks English.
 */
export function languageAtGate(
  request: Pick<Asked, "query" | "path" | "headers">,
  portal: { publicBaseUrl: URL },
): Language {
  if (teamsPage.test(request.path)) return "en";
  const named = namedLanguage(request);
  if (named) return named;
  return keptLanguage(request.headers.cookie, { env: portal }) ?? "en";
}

/** The same of what could not be read as a request, from as much of it as came last. */
export function languageInPacket(
  packet: Buffer | undefined,
  portal: { publicBaseUrl: URL },
): Language {
  const [target = "", ...lines] = (packet ?? Buffer.alloc(0))
    .subarray(0, mostBytesOfPacket)
    .toString("latin1")
    .split("\r\n");
  if (teamsPage.test(target.split(" ")[1] ?? "")) return "en";
  const cookie = lines.find((line) => /^cookie:/i.test(line))?.slice(7);
  return keptLanguage(cookie, { env: portal }) ?? "en";
}

/** As much as Node reads of headers. */
const mostBytesOfPacket = 16_384;
