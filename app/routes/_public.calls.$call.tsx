import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formAddress, formPlaceAddress } from "#app/addresses.ts";
import { type CallOverview, describeCall } from "#app/screens/public/calls.ts";
import { type CallOpening, hasClosed } from "#app/domain/calls/opening.ts";
import { draftLifetimeDays } from "#app/domain/drafts/drafts.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { findRespondent } from "#app/http/request/respondent.server.ts";
import { AskedQuestions } from "#app/ui/asked-questions.tsx";
import { StartLink } from "#app/ui/button.tsx";
import { BackLink, PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

const words = wordsIn("en");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await findRespondent(request, context, params.call);
  const { call, opening, answering, draft } = respondent;
  const overview = describeCall(call, opening, "en");
  return {
    title: pageTitle(context, words, overview.title),
    overview,
    limits: attachmentLimitsOf(call.definition, context.env),
    mayAnswer: answering.ok,
    draftKeptUntil: draft && words.times.date(draft.expiresAt),
  };
}

export default function CallPage() {
  const { overview, limits, mayAnswer, draftKeptUntil } =
    useLoaderData<typeof loader>();
  const { opening, slug } = overview;
  const held = { slug, mayAnswer, draftKeptUntil };
  return (
    <PageBody before={<BackLink to="/">{words.footer.links.home}</BackLink>}>
      <TwoThirds>
        <h1 className="govuk-heading-xl">{overview.title}</h1>
        <p className="govuk-body-l">{overview.summary}</p>
        <Opening {...held} opening={opening} />
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
        {mayAnswer && <Start {...held} />}
      </TwoThirds>
    </PageBody>
  );
}

type HeldProps = {
  slug: string;
  mayAnswer: boolean;
  draftKeptUntil: string | undefined;
};

/** Where the call stands, and the short way for those who have read this page before. */
function Opening({
  opening,
  slug,
  mayAnswer,
  draftKeptUntil,
}: HeldProps & { opening: CallOpening }) {
  const isOver = hasClosed(opening);
  return (
    <div
      className={`govuk-inset-text heard-state${isOver ? " heard-state--over" : ""}`}
    >
      <p className="govuk-body">{words.call.opening(opening)}</p>
      {isOver && <p className="govuk-body">{words.call.closedThanks}</p>}
      {mayAnswer && (
        <LeadOn
          note={draftKeptUntil ? words.call.haveStarted : words.call.ready}
          to={formAddress(slug)}
          link={draftKeptUntil ? words.call.continue : words.call.readyLink}
        />
      )}
      {!mayAnswer && opening.kind === "late-by-code" && (
        <LeadOn
          note={words.call.lateNote}
          to={formPlaceAddress(slug, "late")}
          link={words.call.lateLink}
        />
      )}
      {!mayAnswer && draftKeptUntil && (
        <LeadOn
          note={words.call.closedDraft}
          to={formPlaceAddress(slug, "draft")}
          link={words.call.closedDraftLink}
        />
      )}
    </div>
  );
}

function LeadOn({
  note,
  to,
  link,
}: {
  note: string;
  to: string;
  link: string;
}) {
  return (
    <p className="govuk-body">
      {note}{" "}
      <a className="govuk-link" href={to}>
        {link}
      </a>
    </p>
  );
}

function AboutCall({ overview }: { overview: CallOverview }) {
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
      <Part heading={heading.asked}>
        {!isOver && (
          <p className="govuk-body">{words.call.whatYouAreAskedLead}</p>
        )}
        <AskedQuestions
          pages={overview.pages}
          optionalLabel={words.call.optional}
        />
      </Part>
    </>
  );
}

function Start({ slug, draftKeptUntil }: HeldProps) {
  if (!draftKeptUntil)
    return (
      <div className="heard-part">
        <StartLink to={formAddress(slug)}>{words.call.start}</StartLink>
      </div>
    );
  return (
    <div className="heard-part">
      <p className="govuk-body">{words.call.continueNote(draftKeptUntil)}</p>
      <StartLink to={formAddress(slug)}>{words.call.continue}</StartLink>
      <p className="govuk-body">
        <a className="govuk-link" href={formPlaceAddress(slug, "delete")}>
          {words.call.deleteDraft}
        </a>
      </p>
    </div>
  );
}
