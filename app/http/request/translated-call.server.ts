import { data } from "@remix-run/node";
import { otherLanguages } from "#app/domain/calls/languages.ts";
import { findTranslatedPart } from "#app/domain/calls/authoring/translation/translated-parts.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import type { RequestContext } from "./context.server.ts";
import { requireEditedCall } from "./edited-call.server.ts";

/** A call and a language that it is translated into. @throws a 404 where there is none. */
export async function requireTranslatedCall(
  context: Pick<RequestContext, "db">,
  params: { call?: string; language?: string },
) {
  const language = otherLanguages.find((one) => one === params.language);
  if (!language) throw data(null, { status: 404 });
  return { ...(await requireEditedCall(context, params.call)), language };
}

/** The texts of a part that an address asks for. @throws a 404 where there is none of that name. */
export async function requireTranslatedTexts(
  context: Pick<RequestContext, "db">,
  request: Request,
  params: { call?: string; language?: string; part?: string },
) {
  const translated = await requireTranslatedCall(context, params);
  const part = findTranslatedPart(translated.copy, params.part ?? "");
  if (!part) throw data(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get("first") ?? "";
  const first = Math.max(1, readWholeNumber(asked) ?? 1);
  return { ...translated, part, first };
}
