import { data, redirect } from "@remix-run/node";
import {
  callAddress,
  formPlaceAddress,
  questionPageAddress,
} from "#app/addresses.ts";
import { findDefinition } from "#app/domain/calls/definitions.server.ts";
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
  const { slug } = call;
  const checkPath = formPlaceAddress(slug, "check");
  const pathOf = ({ id }: CallPage) => questionPageAddress(slug, id);
  return {
    ...respondent,
    definition,
    page,
    nextPath: isChange || !next ? checkPath : pathOf(next),
    backPath: isChange
      ? checkPath
      : previous
        ? pathOf(previous)
        : callAddress(slug),
    ...pathsOfPage({
      slug,
      pageId: page.id,
      isChange,
      isSent: searchParams.has("sent"),
    }),
  };
}

type PageFacts = {
  slug: string;
  pageId: string;
  isChange: boolean;
  isSent: boolean;
};

function pathsOfPage({ slug, pageId, isChange, isSent }: PageFacts) {
  const pathWith = (parameters: Record<string, string>) =>
    questionPageAddress(slug, pageId, new URLSearchParams(parameters));
  const from = isChange ? { from: "check" } : {};
  return {
    ownPath: pathWith(from),
    sendPath: pathWith(isSent ? from : { ...from, sent: "1" }),
  };
}

/**
 * Sends a person to where they can go on: to the copy of what they wrote when
 * the call has closed, to the first page when they have not begun.
 */
export function redirectFromPage(open: OpenPage): Response | undefined {
  const { call, answering, draft, definition, page } = open;
  const { slug } = call;
  if (!answering.ok)
    return redirect(
      draft ? formPlaceAddress(slug, "draft") : callAddress(slug),
      303,
    );
  const [first] = askedPages(definition, draft?.answers ?? {});
  if (!draft && first && page !== first)
    return redirect(questionPageAddress(slug, first.id), 303);
  return undefined;
}
