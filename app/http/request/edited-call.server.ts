import { data } from "@remix-run/node";
import { findAmong } from "#app/domain/calls/authoring/asked-again.ts";
import { findPart } from "#app/domain/calls/authoring/edits.ts";
import { findRule } from "#app/domain/calls/authoring/rule-edits.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { RequestContext } from "./context.server.ts";
import { requireKeptCall } from "./kept-call.server.ts";

/** The call of an editor's page, as it is published and as it is being changed. @throws a 404 where there is none. */
export async function requireEditedCall(
  { db }: Pick<RequestContext, "db">,
  slug = "",
) {
  const call = await requireKeptCall({ db }, slug);
  const copy = await findWorkingCopy(db, call.id);
  const published = toWorkingCopy(call.definitionId, call.definition);
  return { call, copy, published };
}

/** A page of the same. @throws a 404 where there is none of that id. */
export async function requireEditedPage(
  context: Pick<RequestContext, "db">,
  { call, page: pageId = "" }: { call?: string; page?: string },
) {
  const edited = await requireEditedCall(context, call);
  const page = findPart(edited.copy, pageId);
  if (!page) throw data(null, { status: 404 });
  return { ...edited, page };
}

/** A question of such a page, or one of those that it asks several times together. @throws a 404 where there is none of that id. */
export async function requireEditedQuestion(
  context: Pick<RequestContext, "db">,
  params: { call?: string; page?: string; question?: string },
) {
  const edited = await requireEditedPage(context, params);
  const { questions } = edited.page.body;
  const found = findAmong(questions, params.question ?? "");
  if (!found) throw data(null, { status: 404 });
  return { ...edited, ...found };
}

/** A rule of the same. @throws a 404 where there is none of that id. */
export async function requireEditedRule(
  context: Pick<RequestContext, "db">,
  params: { call?: string; rule?: string },
) {
  const edited = await requireEditedCall(context, params.call);
  const rule = findRule(edited.copy, params.rule ?? "");
  if (!rule) throw data(null, { status: 404 });
  return { ...edited, rule };
}
