import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  callAddress,
  formPlaceAddress,
  privacyAddress,
} from "#app/addresses.ts";
import { removeStoredFiles } from "#app/domain/attachments/attachments.server.ts";
import { checkDraft } from "#app/domain/drafts/check-draft.server.ts";
import { readDraft } from "#app/domain/drafts/draft-answers.server.ts";
import { findSentDraft } from "#app/domain/drafts/sent-drafts.server.ts";
import { asksEquality } from "#app/domain/equality/equality.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  readMarkedForm,
  signsOfMachine,
} from "#app/http/request/draft-mark.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { requireNothingAskedAgain } from "#app/http/request/asked-again.server.ts";
import {
  findSender,
  leadFromDraft,
  requireRespondent,
  type Respondent,
} from "#app/http/request/respondent.server.ts";
import { describeCheck } from "#app/screens/public/check-answers.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { Agreed } from "#app/ui/agreed.tsx";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxesField } from "#app/ui/choice-fields.tsx";
import { atRiskField, DraftMark, Trap } from "#app/ui/draft-mark.tsx";
import { LeaveLinks } from "#app/ui/leave-links.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Exit } from "#app/ui/exit-page.tsx";
import { HelpLines } from "#app/ui/help-lines.tsx";
import { BackLink, PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { UnaskedAnswers } from "#app/ui/unasked-answers.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "check", data?.language);

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, context, params.call);
  const { call, answer, answering, draft } = respondent;
  if (!draft) throw await redirectWithoutDraft(respondent, context);
  if (!answering.ok) throw redirect(formPlaceAddress(answer, "draft"), 303);
  await requireNothingAskedAgain(respondent, context);
  const words = wordsIn(draft.language);
  const read = await readDraft(context.db, draft);
  const problems = await checkDraft(context.db, {
    draft,
    definition: read.definition,
    messages: words.questions,
    now: context.now(),
  });
  context.hasFormErrors ||= problems.length > 0;
  return {
    title: pageTitle(context, words, words.check.heading),
    ...describeCheck({ ...read, call, draft, problems, now: context.now() }),
  };
}

/** Pressed twice, or come back to, where no address says of which: where the newest answers went, or where to begin. */
async function redirectWithoutDraft(
  { call, holderKey }: Pick<Respondent, "call" | "holderKey">,
  { db, now }: RequestContext,
) {
  const of = { callId: call.id, now: now() };
  const sent = holderKey && (await findSentDraft(db, { ...of, holderKey }));
  if (!sent) return redirect(callAddress(call.slug), 303);
  const answer = { slug: call.slug, draft: sent.publicId };
  return redirect(formPlaceAddress(answer, "sent"), 303);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const marked = await readMarkedForm(request, context);
  const { draftMark, isAtRisk } = marked;
  const respondent = await findSender(request, context, params.call, draftMark);
  const { call, answer, draft, language, named } = respondent;
  if (!draft && !named && !respondent.isUndecided)
    return redirectWithoutDraft(respondent, context);
  // A press is led only to the receipt of the draft that it was meant to send.
  const elsewhere = await leadFromDraft(respondent, context);
  if (!draft) return elsewhere ?? redirect(callAddress(call.slug), 303);
  // What was read over is another draft: this one has to be read over first.
  if (draftMark !== undefined && draftMark !== draft.publicId)
    return redirect(formPlaceAddress(answer, "check"), 303);
  const outcome = await submitDraft(context.db, {
    draftId: draft.id,
    language,
    tellsOfRisk: isAtRisk,
    form: signsOfMachine(marked, context),
    holderKey: respondent.holderKey,
    secret: context.env.secret,
    messages: wordsIn(language).questions,
    now: context.now(),
    randomBytes: context.randomBytes,
  });
  if (outcome.ok) {
    const { unsentFiles = [] } = outcome;
    await removeStoredFiles(context.attachmentStore, unsentFiles);
    const asks = asksEquality(call, context.now());
    const next = asks ? "equality" : "sent";
    return redirect(formPlaceAddress(answer, next), 303);
  }
  // The loader tells the problems: it asks the same question of the same draft.
  if (outcome.reason === "incomplete")
    return data({ isAtRisk }, { status: 400 });
  if (outcome.reason === "not-found")
    return redirect(callAddress(call.slug), 303);
  return outcome.reason === "asked-again"
    ? redirect(formPlaceAddress(answer, "asked-again"), 303)
    : redirect(formPlaceAddress(answer, "draft", "saved"), 303);
}

export default function CheckAnswers() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = wordsIn(view.language);
  return (
    <PageBody
      before={
        <>
          {view.care && <Exit care={view.care} />}
          <BackLink to={view.backTo}>{words.form.back}</BackLink>
        </>
      }
    >
      <TwoThirds>
        <ErrorSummary
          heading={words.form.errorSummaryHeading}
          errors={view.problems}
        />
        <span className="govuk-caption-l">
          <Said text={view.callTitle} />
        </span>
        <h1 className="govuk-heading-l">{words.check.heading}</h1>
        <p className="govuk-body">{words.check.lead}</p>
        <AnswerList answers={view.answers} words={words.form} />
        <UnaskedAnswers unasked={view.unasked} words={words} />
        <Agreed heading={words.check.agreedHeading} sentences={view.agreed} />
        {view.care && (
          <Part heading={words.care.heading}>
            <HelpLines {...view.care} />
          </Part>
        )}
        <Part heading={words.check.sendHeading}>
          <p className="govuk-body">
            {words.check.privacy}{" "}
            <a className="govuk-link" href={privacyAddress}>
              {words.check.privacyLink}
            </a>
          </p>
          <form method="post" action={view.ownPath} noValidate>
            <DraftMark publicId={view.draftMark} />
            {view.care && (
              <CheckboxesField
                name={atRiskField}
                label={words.care.atRisk.heading}
                choices={[{ value: "yes", ...words.care.atRisk }]}
                defaultValue={refused?.isAtRisk ? ["yes"] : []}
              />
            )}
            <Trap label={words.check.trap} />
            <Button>
              <Said text={view.sendLabel} />
            </Button>
          </form>
        </Part>
        <LeaveLinks
          until={view.until}
          links={[
            { to: view.savePath, label: words.check.saveLater },
            { to: view.somebodyElsePath, label: words.page.somebodyElse },
            { to: view.deletePath, label: words.check.delete },
          ]}
        />
      </TwoThirds>
    </PageBody>
  );
}
