import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  callAddress,
  draftNamedIn,
  formPlaceAddress,
  heldAnswersAddress,
} from "#app/addresses.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import { readDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { readDraftMark } from "#app/http/request/draft-mark.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import {
  findRespondent,
  forgetHolderCookie,
  leadFromDraft,
  requirePublicCall,
} from "#app/http/request/respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { Button } from "#app/ui/button.tsx";
import { DraftMark } from "#app/ui/draft-mark.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "deleteAnswers", data?.language);

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await findRespondent(request, context, params.call);
  const { searchParams } = new URL(request.url);
  const isDeleted = searchParams.has("deleted");
  const elsewhere = isDeleted
    ? undefined
    : await leadFromDraft(respondent, context);
  if (elsewhere) throw elsewhere;
  const { call, language } = respondent;
  const words = wordsIn(language);
  const draft = isDeleted ? undefined : respondent.draft;
  const callPath = callAddress(call.slug);
  if (!draft && !isDeleted) throw redirect(callPath, 303);
  const heading = draft ? words.deletion.heading : words.deletion.doneHeading;
  return {
    title: pageTitle(context, words, heading),
    heading,
    callPath,
    callSlug: call.slug,
    callTitle: inLanguage(call.definition.title, language),
    language,
    isDeleted,
    draftMark: draft?.publicId ?? draftNamedIn(searchParams),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { call } = await requirePublicCall(context, params.call);
  const holderKey = readDraftHolder(request, context);
  const draftMark = await readDraftMark(request, context);
  const { db, attachmentStore, now } = context;
  const found = await findRespondent(request, context, call.slug, draftMark);
  if (found.isUndecided) return redirect(heldAnswersAddress(call.slug), 303);
  const { draft } = found;
  const publicId = draft?.publicId ?? draftMark;
  const deleted = { slug: call.slug, draft: publicId };
  const path = formPlaceAddress(deleted, "delete", "deleted");
  if (!holderKey || !draft) return redirect(path, 303);
  const of = { callId: call.id, holderKey, publicId, now: now() };
  await deleteDraft(db, attachmentStore, of);
  const headers = await forgetHolderCookie(context, holderKey);
  return redirect(path, { status: 303, headers });
}

export default function DeleteDraft() {
  const view = useLoaderData<typeof loader>();
  const { heading, callPath, callSlug, callTitle, isDeleted, draftMark } = view;
  const words = wordsIn(view.language);
  const { lead, nothingSent, done, doneHistory } = words.deletion;
  const lines = isDeleted
    ? [done, doneHistory]
    : [lead(callTitle), nothingSent];
  return (
    <PageBody
      before={<BackLink to={callPath}>{words.draft.backToCall}</BackLink>}
    >
      <TwoThirds>
        {isDeleted && (
          <div
            data-heard-forget={callSlug}
            data-heard-draft={draftMark}
            data-heard-deleted
            hidden
          />
        )}
        <h1 className="govuk-heading-l">{heading}</h1>
        {lines.map((line) => (
          <p className="govuk-body" key={line}>
            {line}
          </p>
        ))}
        {!isDeleted && (
          <form method="post" noValidate className="govuk-button-group">
            {draftMark && <DraftMark publicId={draftMark} />}
            <Button kind="warning">{words.deletion.confirm}</Button>
            <a className="govuk-link" href={callPath}>
              {words.deletion.keep}
            </a>
          </form>
        )}
      </TwoThirds>
    </PageBody>
  );
}
