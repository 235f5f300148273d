import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callAddress, formAddress, formPlaceAddress } from "#app/addresses.ts";
import { type CallCard, describeCallCard } from "#app/screens/public/calls.ts";
import { selectPublicCalls } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import {
  type CallOpening,
  callOpening,
  hasClosed,
  takesAnswers,
} from "#app/domain/calls/opening.ts";
import { readDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { selectHeldDrafts } from "#app/http/request/respondent.server.ts";
import { CallCards } from "#app/ui/call-cards.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.reviewName },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const calls = await selectPublicCalls(context.db);
  const holderKey = readDraftHolder(request, context);
  const held = await selectHeldDrafts(context, holderKey, calls);
  const cards = calls.flatMap((call) => {
    const opening = callOpening(call, context.now());
    return opening ? [describeCallCard(call, opening, "en")] : [];
  });
  return {
    reviewName: context.env.reviewName,
    ...byOpening(cards),
    drafts: held.map(({ call, answering, draft }) => ({
      slug: call.slug,
      title: inLanguage(call.definition.title, "en"),
      keptUntil: words.times.date(draft.expiresAt),
      canContinue: answering.ok,
    })),
  };
}

function byOpening(cards: CallCard[]) {
  return {
    open: cards.filter(({ opening }) => takesAnswers(opening)),
    upcoming: cards.filter(({ opening }) => opening.kind === "opens-at"),
    closed: cards.filter(({ opening }) => hasClosed(opening)),
  };
}

const words = wordsIn("en");

export default function Home() {
  const { reviewName, open, upcoming, closed, drafts } =
    useLoaderData<typeof loader>();
  const hasCalls = open.length + upcoming.length + closed.length > 0;
  return (
    <main id="main-content">
      <div className="heard-opening">
        <div className="govuk-width-container">
          <h1 className="govuk-heading-xl heard-opening__heading">
            {words.home.heading}
          </h1>
          <p className="govuk-body-l heard-opening__lead">
            {words.home.lead(reviewName)}
          </p>
          <ul className="govuk-list heard-assurances">
            {words.home.assurances.map((assurance) => (
              <li key={assurance}>{assurance}</li>
            ))}
          </ul>
        </div>
      </div>
      <div className="govuk-width-container heard-home">
        {drafts.map((draft) => (
          <HeldDraft key={draft.slug} {...draft} />
        ))}
        {open.length === 0 && (
          <p className="govuk-body-l">
            {hasCalls ? words.home.nothingOpen : words.home.nothingYet}
          </p>
        )}
        <Calls heading={words.home.openHeading} cards={open} />
        <Calls heading={words.home.upcomingHeading} cards={upcoming} />
        <Calls heading={words.home.closedHeading} cards={closed} isQuiet />
      </div>
    </main>
  );
}

type HeldDraftProps = {
  slug: string;
  title: string;
  keptUntil: string;
  canContinue: boolean;
};

function HeldDraft({ slug, title, keptUntil, canContinue }: HeldDraftProps) {
  const path = canContinue
    ? formAddress(slug)
    : formPlaceAddress(slug, "draft");
  return (
    <section className="heard-held-draft" aria-labelledby={`draft-${slug}`}>
      <div>
        <h2 className="govuk-heading-m" id={`draft-${slug}`}>
          {words.home.draftHeading}
        </h2>
        <p className="govuk-body">{words.home.draftFor(title, keptUntil)}</p>
      </div>
      <ButtonLink to={path} kind="secondary">
        {canContinue ? words.home.draftContinue : words.home.draftRead}
      </ButtonLink>
    </section>
  );
}

type CallsProps = { heading: string; cards: CallCard[]; isQuiet?: boolean };

function Calls({ heading, cards, isQuiet }: CallsProps) {
  if (cards.length === 0) return null;
  const isSoon = (opening: CallOpening) =>
    opening.kind === "open-until" && opening.isSoon;
  return (
    <section>
      <h2 className="govuk-heading-l">{heading}</h2>
      <CallCards
        isQuiet={isQuiet}
        cards={cards.map(({ opening, slug, ...card }) => ({
          ...card,
          to: callAddress(slug),
          state: words.opening(opening),
          tag: isSoon(opening) ? words.home.closingSoon : undefined,
        }))}
      />
    </section>
  );
}
