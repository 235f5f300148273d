import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  callAddress,
  formPlaceAddress,
  questionPageAddress,
} from "#app/addresses.ts";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import { askedPages } from "#app/domain/calls/asked-pages.ts";
import { findDefinition } from "#app/domain/calls/definitions.server.ts";
import { findPageToContinueAt } from "#app/domain/drafts/draft-answers.ts";
import { findRespondent } from "#app/http/request/respondent.server.ts";

/** Leads to the first page of a call's form, or to where this browser's draft goes on. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await findRespondent(request, context, params.call);
  const { call, answering, draft } = respondent;
  const { slug } = call;
  if (!answering.ok)
    throw redirect(
      draft ? formPlaceAddress(slug, "draft") : callAddress(slug),
      303,
    );
  const [first] = askedPages(call.definition, {});
  if (!draft) throw redirect(pageOrCheck(slug, first?.id), 303);
  const definition = await findDefinition(context.db, draft.definitionId);
  const files = await selectDraftAttachments(context.db, draft.id);
  const pageId = findPageToContinueAt({
    definition,
    answers: draft.answers,
    files,
  });
  throw redirect(pageOrCheck(slug, pageId), 303);
}

function pageOrCheck(slug: string, pageId: string | undefined): string {
  return pageId === undefined
    ? formPlaceAddress(slug, "check")
    : questionPageAddress(slug, pageId);
}
