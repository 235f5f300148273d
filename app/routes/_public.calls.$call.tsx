import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callAddress, questionListAddress } from "#app/addresses.ts";
import { hasClosed } from "#app/domain/calls/opening.ts";
import { draftLifetimeDays } from "#app/domain/drafts/drafts.ts";
import { draftUntil } from "#app/domain/drafts/draft-until.ts";
import { countResponsesForPublic } from "#app/domain/responses/public-counts.server.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import { selectHeldAnswers } from "#app/http/request/held-answers.server.ts";
import { speakOfCall } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { findRespondent } from "#app/http/request/respondent.server.ts";
import { sharedPage } from "#app/http/request/shared-page.server.ts";
import {
  type CallOverview,
  describeCall,
  describeStart,
} from "#app/screens/public/calls.ts";
import { describeHeldOnCall } from "#app/screens/public/held-answers.ts";
import { AskedQuestions } from "#app/ui/asked-questions.tsx";
import { AllHeldAnswers } from "#app/ui/held-answers.tsx";
import { HelpLines } from "#app/ui/help-lines.tsx";
import { BackLink, PageBody, Part } from "#app/ui/page-parts.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { publicMeta } from "#app/ui/public-meta.ts";
import { StartBox } from "#app/ui/start-box.tsx";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta(data?.shared);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await findRespondent(request, context, params.call);
  const { call, opening, answering, draft } = respondent;
  const language = speakOfCall(request, context, {
    ...{ definition: call.definition, language: draft?.language },
    also: { outcome: call.outcome },
  });
  const words = wordsIn(language);
  const counts = await countResponsesForPublic(context.db);
  const overview = describeCall({ ...call, opening }, counts, language);
  return {
    shared: sharedPage(context, {
      title: pageTitle(context, words, overview.title),
      description: overview.summary,
      path: callAddress(call.slug),
    }),
    overview,
    start: describeStart(overview, {
      hasSeveral: respondent.isUndecided,
      mayAnswer: answering.ok,
      draftKeptUntil:
        draft && words.until(draftUntil(call, draft, context.now())),
    }),
    held: describeHeldOnCall(
      await selectHeldAnswers(request, context, [call]),
      language,
    ),
    limits: attachmentLimitsOf(call.definition, context.env),
    mayAnswer: answering.ok,
  };
}

export default function CallPage() {
  const { overview, start, held, limits, mayAnswer } =
    useLoaderData<typeof loader>();
  const words = wordsIn(overview.language);
  return (
    <PageBody before={<BackLink to="/">{words.footer.links.home}</BackLink>}>
      <div className="heard-call-page">
        <div className="heard-call-page__head">
          <h1 className="govuk-heading-xl">
            <Said text={overview.title} />
          </h1>
          <p className="govuk-body-l">
            <Said text={overview.summary} />
          </p>
        </div>
        <div className="heard-call-page__start">
          <StartBox {...start} />
          <AllHeldAnswers held={held} headings={words.held.headings} />
        </div>
        <div className="heard-call-page__about">
          {overview.outcome && (
            <Part heading={words.call.outcomeHeading} id="what-we-heard">
              <Prose text={overview.outcome} />
            </Part>
          )}
          <AboutCall overview={overview} />
          {mayAnswer && overview.takesFiles && (
            <Part heading={words.call.filesHeading}>
              <p className="govuk-body">{words.attachments.limits(limits)}</p>
              <p className="govuk-body">{words.call.filesNote}</p>
            </Part>
          )}
          {mayAnswer && (
            <Part heading={words.call.keepingHeading}>
              <p className="govuk-body">
                {words.call.keeping(draftLifetimeDays)}
              </p>
              <p className="govuk-body">{words.call.keepingShared}</p>
            </Part>
          )}
        </div>
      </div>
    </PageBody>
  );
}

function AboutCall({ overview }: { overview: CallOverview }) {
  const words = wordsIn(overview.language);
  const isOver = hasClosed(overview.opening);
  const heading = isOver ? words.call.headingsOnceClosed : words.call.headings;
  return (
    <>
      <Part heading={heading.purpose}>
        <Prose text={overview.purpose} />
      </Part>
      <Part heading={heading.who}>
        <Prose text={overview.whoMayAnswer} />
      </Part>
      <Part heading={heading.use}>
        <Prose text={overview.howAnswersAreUsed} />
      </Part>
      {!isOver && (
        <Part heading={words.call.beforeYouStart}>
          <Prose text={overview.beforeYouStart} />
        </Part>
      )}
      {overview.care && (
        <Part heading={words.care.heading}>
          <HelpLines {...overview.care} />
          {overview.care.exitTo && (
            <p className="govuk-body">{words.care.exitTold}</p>
          )}
        </Part>
      )}
      <Part heading={heading.asked}>
        {!isOver && (
          <p className="govuk-body">{words.call.whatYouAreAskedLead}</p>
        )}
        <AskedQuestions
          pages={overview.pages}
          optionalLabel={words.call.optional}
          conditionalLabel={words.call.conditional}
        />
        <p className="govuk-body">
          <a className="govuk-link" href={questionListAddress(overview.slug)}>
            {words.call.allQuestions}
          </a>
        </p>
      </Part>
    </>
  );
}
