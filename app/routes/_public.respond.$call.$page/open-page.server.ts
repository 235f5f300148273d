import { data, redirect } from "@remix-run/node";
import { findDefinition } from "#app/domain/calls/calls.server.ts";
import { askedPages, findAskedPage } from "#app/domain/calls/asked-pages.ts";
import type { CallDefinition, CallPage } from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  findRespondent,
  type Respondent,
} from "#app/http/request/respondent.server.ts";

export type OpenPage = Respondent & {
  definition: CallDefinition;
  page: CallPage;
  /** Where Continue leads once the page is in order. */
  nextPath: string;
  backPath: string;
  /** This page's own address, with the way back to "check your answers" where it came from there. */
  ownPath: string;
  /**
   * Where the form is sent: never the address that the page stands at. A browser
   * puts the error of a lost line in the place of a page with the same address,
   * and Back then leads past what was typed.
   */
  sendPath: string;
};

type PageAddress = {
  request: Request;
  context: RequestContext;
  params: { call?: string; page?: string };
};

/**
 * The page of a call's form at this address, in the version the draft began
 * with. @throws a 404 where the call or the page is not there.
 */
export async function openPage({
  request,
  context,
  params,
}: PageAddress): Promise<OpenPage> {
  const respondent = await findRespondent(request, context, params.call);
  const { call, draft } = respondent;
  const definition = draft
    ? await findDefinition(context.db, draft.definitionId)
    : call.definition;
  const answers = draft?.answers ?? {};
  const asked = findAskedPage(definition, answers, params.page ?? "");
  if (!asked) throw data(null, { status: 404 });
  const { page, previous, next } = asked;
  const { searchParams } = new URL(request.url);
  const isChange = searchParams.get("from") === "check";
  const form = `/respond/${call.slug}`;
  return {
    ...respondent,
    definition,
    page,
    nextPath: isChange || !next ? `${form}/check` : `${form}/${next.id}`,
    backPath: isChange
      ? `${form}/check`
      : previous
        ? `${form}/${previous.id}`
        : `/calls/${call.slug}`,
    ...pathsOfPage(`${form}/${page.id}`, {
      isChange,
      isSent: searchParams.has("sent"),
    }),
  };
}

function pathsOfPage(
  path: string,
  { isChange, isSent }: { isChange: boolean; isSent: boolean },
) {
  const from = isChange ? ["from=check"] : [];
  const join = (query: string[]) =>
    [path, query.join("&")].filter(Boolean).join("?");
  return {
    ownPath: join(from),
    sendPath: join(isSent ? from : [...from, "sent=1"]),
  };
}

/**
 * Sends a person to where they can go on: to the copy of what they wrote when
 * the call has closed, to the first page when they have not begun.
 */
export function redirectFromPage(open: OpenPage): Response | undefined {
  const { call, answering, draft, definition, page } = open;
  const form = `/respond/${call.slug}`;
  if (!answering.ok)
    return redirect(draft ? `${form}/draft` : `/calls/${call.slug}`, 303);
  const [first] = askedPages(definition, draft?.answers ?? {});
  if (!draft && first && page !== first)
    return redirect(`${form}/${first.id}`, 303);
  return undefined;
}
