import { data, redirect } from "@remix-run/node";
import {
  type AnswerAddress,
  callAddress,
  formPlaceAddress,
  inLanguageAddress,
  questionPageAddress,
} from "#app/addresses.ts";
import { findDraftDefinition } from "#app/domain/drafts/asked-again.server.ts";
import { askedPages, findPage } from "#app/domain/calls/asked-pages.ts";
import type {
  Answers,
  CallDefinition,
  CallPage,
} from "#app/domain/calls/definition.ts";
import { findNewlyAsked } from "#app/domain/drafts/draft-answers.ts";
import type { PageIntent } from "#app/domain/drafts/save-question-page.ts";
import { leadToAskedAgain } from "#app/http/request/asked-again.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  findRespondent,
  leadFromClosed,
  leadFromDraft,
  type Respondent,
} from "#app/http/request/respondent.server.ts";

export type OpenPage = Respondent & {
  definition: CallDefinition;
  page: CallPage;
  previous: CallPage | undefined;
  /** Whether it is asked of somebody with the draft's answers: what is typed on it is kept either way. */
  isAsked: boolean;
  /** It came from "check your answers", and leads back there. */
  isChange: boolean;
  /** It stands at the address that its form was sent to. */
  isSent: boolean;
};

type PageAddress = {
  request: Request;
  context: RequestContext;
  params: { call?: string; page?: string };
};

/**
 * The page of a call's form at this address, in the version the draft began
 * with. @throws a 404 where the call or the page is not there.
 *
 * @param draftMark as `findRespondent`.
 */
export async function openPage(
  { request, context, params }: PageAddress,
  draftMark?: string,
): Promise<OpenPage> {
  const { call: slug, page: pageId = "" } = params;
  const respondent = await findRespondent(request, context, slug, draftMark);
  const { call, draft } = respondent;
  const definition = draft
    ? await findDraftDefinition(context.db, draft)
    : call.definition;
  const found = findPage(definition, draft?.answers ?? {}, pageId);
  if (!found) throw data(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const { page, previous, isAsked } = found;
  return {
    ...respondent,
    definition,
    page,
    previous,
    isAsked,
    isChange: searchParams.get("from") === "check",
    isSent: searchParams.has("sent"),
  };
}

/** The way back to "check your answers" from what stands below a page, where that came from there. */
export function wayBack({ isChange }: Pick<OpenPage, "isChange">) {
  return new URLSearchParams(isChange ? { from: "check" } : {});
}

function isTaskList({ definition }: Pick<OpenPage, "definition">): boolean {
  return definition.navigation === "task-list";
}

type PathsOf = OpenPage & { answer: AnswerAddress };

/** Where a page leads, once its answers have the address that they have. */
export function pathsOfPage(of: PathsOf) {
  const { call, answer, page, previous, isChange, isSent } = of;
  const pathOf = ({ id }: CallPage, parameters: Record<string, string> = {}) =>
    questionPageAddress(answer, id, new URLSearchParams(parameters));
  const from = isChange ? { from: "check" } : {};
  const start = isTaskList(of)
    ? formPlaceAddress(answer, "tasks")
    : callAddress(call.slug);
  const before = previous ? pathOf(previous) : start;
  return {
    backPath: isChange ? formPlaceAddress(answer, "check") : before,
    /** This page's own address, with the way back to "check your answers" where it came from there. */
    ownPath: pathOf(page, from),
    /**
     * Where the form is sent: never the address that the page stands at. A browser
     * puts the error of a lost line in the place of a page with the same address,
     * and Back then leads past what was typed.
     */
    sendPath: pathOf(page, isSent ? from : { ...from, sent: "1" }),
  };
}

/**
 * Where Continue leads once the page is in order and these are the answers. A
 * change leads back to the check, by way of what is asked for the first time
 * because of it.
 */
export function nextPath(of: PathsOf, answers: Answers): string {
  const { answer, draft, definition, page, isChange } = of;
  const found = findPage(definition, answers, page.id);
  const next = isChange
    ? findNewlyAsked(found?.later ?? [], { answers, draft })
    : found?.next;
  const end = isTaskList(of) && !isChange ? "tasks" : "check";
  if (!next) return formPlaceAddress(answer, end);
  const from = isChange ? { from: "check" } : undefined;
  return questionPageAddress(answer, next.id, new URLSearchParams(from));
}

/** Where a button leads, once what was typed is saved. */
export function pathAfter(
  open: OpenPage,
  intent: PageIntent,
  typed: Answers,
): string {
  const { kind } = intent;
  const before = open.draft?.answers ?? {};
  if (kind === "continue") return nextPath(open, { ...before, ...typed });
  const { backPath, ownPath } = pathsOfPage(open);
  if (kind === "later") return formPlaceAddress(open.answer, "save");
  if (kind === "speak") return inLanguageAddress(ownPath, intent.language);
  return kind === "back" ? backPath : ownPath;
}

/**
 * Sends a person to where they can go on: to the copy of what they wrote when
 * the call has closed, to the first page when they have not begun, past a page
 * that their other answers have taken away, to all their answers where the
 * address does not say which are meant.
 */
export async function redirectFromPage(
  open: OpenPage,
  context: RequestContext,
): Promise<Response | undefined> {
  const elsewhere = await leadFromDraft(open, context);
  const closed =
    elsewhere ??
    leadFromClosed(open) ??
    (await leadToAskedAgain(open, context));
  if (closed) return closed;
  const { answer, draft, definition, page } = open;
  const answers = draft?.answers ?? {};
  const [first] = askedPages(definition, answers);
  if (!draft && first && page !== first && !isTaskList(open))
    return redirect(questionPageAddress(answer, first.id), 303);
  return open.isAsked ? undefined : redirect(nextPath(open, answers), 303);
}
