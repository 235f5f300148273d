import type { RequestHandler } from "express";
import { languageParameter } from "#app/addresses.ts";
import type { Surroundings } from "../request/context.server.ts";
import { keepLanguage, readLanguage } from "../request/language.server.ts";

/** An address that names a language has chosen it: the pages after it are in it too, wherever they are led to. */
export function keepChosenLanguage(
  surroundings: Pick<Surroundings, "env">,
): RequestHandler {
  return (request, response, next) => {
    const named = request.query[languageParameter];
    const language = readLanguage(typeof named === "string" ? named : "");
    if (language)
      response.append("Set-Cookie", keepLanguage(surroundings, language));
    next();
  };
}
