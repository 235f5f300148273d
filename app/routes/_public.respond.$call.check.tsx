import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  callAddress,
  formPlaceAddress,
  privacyAddress,
} from "#app/addresses.ts";
import { checkDraft } from "#app/domain/drafts/check-draft.server.ts";
import { readDraft } from "#app/domain/drafts/draft-answers.server.ts";
import { findDraftHead } from "#app/domain/drafts/drafts.server.ts";
import { findSentDraft } from "#app/domain/drafts/sent-drafts.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { readDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { readDraftMark } from "#app/http/request/draft-mark.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import {
  findRespondent,
  requirePublicCall,
  type Respondent,
} from "#app/http/request/respondent.server.ts";
import { describeCheck } from "#app/screens/public/check-answers.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { DraftMark } from "#app/ui/draft-mark.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { BackLink, PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await findRespondent(request, context, params.call);
  const { call, answering, draft } = respondent;
  const { slug } = call;
  if (!draft) throw await redirectWithoutDraft(respondent, context);
  if (!answering.ok) throw redirect(formPlaceAddress(slug, "draft"), 303);
  const words = wordsIn(draft.language);
  const { definition, answers } = await readDraft(context.db, draft);
  const problems = await checkDraft(context.db, {
    draft,
    definition,
    messages: words.questions,
  });
  context.hasFormErrors ||= problems.length > 0;
  return {
    title: pageTitle(context, words, words.check.heading),
    ...describeCheck({ call, draft, definition, answers, problems }),
  };
}

/**
 * Pressed twice, or come back to: where the answers went, or where to begin. A
 * press is led only to the receipt of the draft that it was meant to send.
 */
async function redirectWithoutDraft(
  { call, holderKey }: Pick<Respondent, "call" | "holderKey">,
  { db, now }: RequestContext,
  draftMark?: string,
) {
  const of = { callId: call.id, now: now() };
  const sent = holderKey && (await findSentDraft(db, { ...of, holderKey }));
  const isMeant = sent && (draftMark ?? sent.publicId) === sent.publicId;
  const path = isMeant
    ? formPlaceAddress(call.slug, "sent")
    : callAddress(call.slug);
  return redirect(path, 303);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { call } = await requirePublicCall(context, params.call);
  const holderKey = readDraftHolder(request, context);
  const of = { callId: call.id, now: context.now() };
  const draft =
    holderKey && (await findDraftHead(context.db, { ...of, holderKey }));
  const draftMark = await readDraftMark(request, context);
  if (!draft)
    return redirectWithoutDraft({ call, holderKey }, context, draftMark);
  // What was read over is another draft: this one has to be read over first.
  if (draftMark !== undefined && draftMark !== draft.publicId)
    return redirect(formPlaceAddress(call.slug, "check"), 303);
  const outcome = await submitDraft(context.db, {
    draftId: draft.id,
    secret: context.env.secret,
    messages: wordsIn(draft.language).questions,
    now: context.now(),
    randomBytes: context.randomBytes,
  });
  if (outcome.ok) return redirect(formPlaceAddress(call.slug, "sent"), 303);
  // The loader tells the problems: it asks the same question of the same draft.
  if (outcome.reason === "incomplete") return data(null, { status: 400 });
  if (outcome.reason === "not-found")
    return redirect(callAddress(call.slug), 303);
  return redirect(formPlaceAddress(call.slug, "draft", "saved"), 303);
}

export default function CheckAnswers() {
  const view = useLoaderData<typeof loader>();
  const words = wordsIn(view.language);
  return (
    <PageBody before={<BackLink to={view.backTo}>{words.form.back}</BackLink>}>
      <TwoThirds>
        <ErrorSummary
          heading={words.form.errorSummaryHeading}
          errors={view.problems}
        />
        <span className="govuk-caption-l">{view.callTitle}</span>
        <h1 className="govuk-heading-l">{words.check.heading}</h1>
        <p className="govuk-body">{words.check.lead}</p>
        <AnswerList answers={view.answers} words={words.form} />
        <Part heading={words.check.sendHeading}>
          <p className="govuk-body">
            {words.check.privacy}{" "}
            <a className="govuk-link" href={privacyAddress}>
              {words.check.privacyLink}
            </a>
          </p>
          <form method="post" action={view.ownPath} noValidate>
            <DraftMark publicId={view.draftMark} />
            <Button>{view.sendLabel}</Button>
          </form>
        </Part>
        <p className="govuk-body">{words.check.keptUntil(view.keptUntil)}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={view.deletePath}>
            {words.check.delete}
          </a>
        </p>
      </TwoThirds>
    </PageBody>
  );
}
