import { data } from "@remix-run/node";
import { wordsIn } from "#app/words/words.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { OwnVisit } from "#app/http/request/own-response.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";

type Titling = Pick<RequestContext, "env" | "hasFormErrors">;

/** A page of somebody's own response: in its language, under a title that names no call, and the visit goes on. */
export function giveOwnPage<View extends object>(
  context: Titling,
  visit: OwnVisit,
  view: View,
) {
  return data(titled(context, visit, view), { headers: visit.headers });
}

/** The same for a page with boxes to type into. */
export function giveOwnForm<View extends object>(
  context: Titling,
  visit: OwnVisit,
  view: View,
) {
  const headers = { ...visit.headers, ...keptByThisBrowser };
  return data(titled(context, visit, view), { headers });
}

function titled<View extends object>(
  context: Titling,
  { own: { language } }: OwnVisit,
  view: View,
) {
  const words = wordsIn(language);
  const title = pageTitle(context, words, words.receipt.title);
  return { language, title, ...view };
}
