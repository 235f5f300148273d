import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callAddress } from "#app/addresses.ts";
import { selectPublicCalls } from "#app/domain/calls/calls.server.ts";
import { countResponsesForPublic } from "#app/domain/responses/public-counts.server.ts";
import {
  type CallWords,
  inLanguage,
  type Language,
} from "#app/domain/calls/languages.ts";
import {
  callOpening,
  hasClosed,
  takesAnswers,
} from "#app/domain/calls/opening.ts";
import { arrangeFront } from "#app/domain/portal/front-page.ts";
import { findPublishedPages } from "#app/domain/portal/own-pages.server.ts";
import { selectHeldAnswers } from "#app/http/request/held-answers.server.ts";
import { reviewNameOf } from "#app/http/request/review-name.server.ts";
import { speakOurs } from "#app/http/request/language.server.ts";
import { sharedPage } from "#app/http/request/shared-page.server.ts";
import {
  cardFacts,
  type CallCard,
  describeCallCard,
  isTold,
  timeLeft,
} from "#app/screens/public/calls.ts";
import {
  describeFront,
  type DescribedSection,
  pagesOnFront,
} from "#app/screens/public/front-page.ts";
import { describeHeldAnswers } from "#app/screens/public/held-answers.ts";
import { CallCards, CallList } from "#app/ui/call-cards.tsx";
import { SpokenNotices, useLanguage } from "#app/ui/language.tsx";
import { publicMeta } from "#app/ui/public-meta.ts";
import { FrontSection } from "#app/ui/portal/front-section.tsx";
import { ReviewOpening } from "#app/ui/review-opening.tsx";
import { AllHeldAnswers } from "#app/ui/held-answers.tsx";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta(data?.shared);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, env, now } = context;
  const calls = await selectPublicCalls(db);
  const told = calls.map(({ definition, outcome }) => ({
    ...{ title: definition.title, summary: definition.summary },
    ...{ audience: definition.audience, outcome },
  }));
  const { review } = env;
  const language = speakOurs(request, context, [...told, review]);
  const tell = (text: CallWords | undefined) =>
    text ? inLanguage(text, language) : "";
  const words = wordsIn(language);
  const reviewName = reviewNameOf(context);
  const counts = await countResponsesForPublic(db);
  const held = await selectHeldAnswers(request, context, calls);
  const cards = calls.flatMap((call) => {
    const opening = callOpening(call, now());
    return opening
      ? [describeCallCard({ ...call, opening }, counts, language)]
      : [];
  });
  return {
    shared: sharedPage(context, {
      title: reviewName,
      description: tell(review.about) || words.home.description(reviewName),
      path: "/",
    }),
    lead: tell(review.about) || words.home.lead(reviewName),
    reviewFacts: [
      { label: words.home.runBy, text: tell(review.runBy) },
      { label: words.home.reports, text: tell(review.reports) },
    ].filter(({ text }) => text !== ""),
    sections: await readFront(context, language),
    ...byOpening(cards),
    language,
    held: describeHeldAnswers(held, language),
  };
}

/** Nothing is asked where nothing that is shown is published. */
async function readFront(
  of: LoaderFunctionArgs["context"],
  language: Language,
) {
  const { db, ownPages: titles = [], settings } = of;
  const front = arrangeFront(settings?.front);
  const pages = await findPublishedPages(db, pagesOnFront(front, titles));
  return describeFront({ front, pages, titles }, language);
}

function byOpening(cards: CallCard[]) {
  return {
    open: cards.filter(({ opening }) => takesAnswers(opening)),
    upcoming: cards.filter(({ opening }) => opening.kind === "opens-at"),
    closed: cards.filter(({ opening }) => hasClosed(opening)),
  };
}

export default function Home() {
  const { language, lead, reviewFacts, sections, held, ...calls } =
    useLoaderData<typeof loader>();
  const words = wordsIn(language);
  return (
    <main id="main-content">
      <ReviewOpening
        heading={words.home.heading}
        lead={lead}
        facts={reviewFacts}
        assurances={words.home.assurances}
      />
      <div className="govuk-width-container heard-home">
        <SpokenNotices />
        <AllHeldAnswers held={held} headings={words.held.headings} namesCall />
        {sections.map((one) => (
          <Section key={one.section} one={one} calls={calls} />
        ))}
      </div>
    </main>
  );
}

type SectionProps = {
  one: DescribedSection;
  calls: ReturnType<typeof byOpening>;
};

function Section({ one, calls }: SectionProps) {
  const words = wordsIn(useLanguage());
  const { open, upcoming, closed } = calls;
  if ("heading" in one) return <FrontSection {...one} />;
  if (one.section === "closed") return <ClosedCalls cards={closed} />;
  const hasCalls = open.length + upcoming.length + closed.length > 0;
  return (
    <>
      {open.length === 0 && (
        <p className="govuk-body-l">
          {hasCalls ? words.home.nothingOpen : words.home.nothingYet}
        </p>
      )}
      <Calls heading={words.home.openHeading} cards={open} />
      <Calls heading={words.home.upcomingHeading} cards={upcoming} isLater />
    </>
  );
}

type CallsProps = { heading: string; cards: CallCard[]; isLater?: boolean };

function Calls({ heading, cards, isLater }: CallsProps) {
  const words = wordsIn(useLanguage());
  if (cards.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-l">{heading}</h2>
      <CallCards
        isLater={isLater}
        cards={cards.map((card) => ({
          to: callAddress(card.slug),
          title: card.title,
          summary: card.summary,
          facts: cardFacts(card),
          state: words.opening(card.opening),
          tag: timeLeft(card),
        }))}
      />
    </section>
  );
}

function ClosedCalls({ cards }: { cards: CallCard[] }) {
  const words = wordsIn(useLanguage());
  if (cards.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-l">{words.home.closedHeading}</h2>
      <CallList
        calls={cards.map((card) => ({
          to: callAddress(card.slug),
          title: card.title,
          summary: card.summary,
          facts: [
            words.opening(card.opening).replace(/\.$/, ""),
            card.responseCount && words.answersInAll(card.responseCount),
          ].filter(isTold),
          outcome: card.outcome ? words.home.outcome : undefined,
        }))}
      />
    </section>
  );
}
