import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  type AnswerAddress,
  formPlaceAddress,
  questionPageAddress,
} from "#app/addresses.ts";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import { askedPages } from "#app/domain/calls/asked-pages.ts";
import { findDraftDefinition } from "#app/domain/drafts/asked-again.server.ts";
import { findPageToContinueAt } from "#app/domain/drafts/draft-answers.ts";
import { leadToAskedAgain } from "#app/http/request/asked-again.server.ts";
import {
  leadFromClosed,
  requireRespondent,
} from "#app/http/request/respondent.server.ts";

/** Leads to the first page of a call's form, or to where the draft goes on that is meant. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, context, params.call);
  const { call, answer, draft } = respondent;
  const closed = leadFromClosed(respondent);
  const elsewhere = closed ?? (await leadToAskedAgain(respondent, context));
  if (elsewhere) throw elsewhere;
  const definition = draft
    ? await findDraftDefinition(context.db, draft)
    : call.definition;
  if (definition.navigation === "task-list")
    throw redirect(formPlaceAddress(answer, "tasks"), 303);
  const [first] = askedPages(definition, {});
  if (!draft) throw redirect(pageOrCheck(answer, first?.id), 303);
  const files = await selectDraftAttachments(context.db, draft.id);
  const pageId = findPageToContinueAt({
    definition,
    answers: draft.answers,
    files,
  });
  throw redirect(pageOrCheck(answer, pageId), 303);
}

function pageOrCheck(answer: AnswerAddress, pageId: string | undefined) {
  return pageId === undefined
    ? formPlaceAddress(answer, "check")
    : questionPageAddress(answer, pageId);
}
