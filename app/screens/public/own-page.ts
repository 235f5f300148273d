import {
  draftLifetimeDays,
  sentResponseVisibleHours,
} from "#app/domain/drafts/drafts.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import type {
  OwnPageKind,
  PageBody,
  PageWords,
} from "#app/domain/portal/own-pages.ts";
import { type InformationPage } from "#app/words/public-en/information.ts";
import { informationIn, wordsIn } from "#app/words/words.ts";

/** A text of a page; with the language it is in, where that is not the page's. */
type Told = { text: string; lang: string | undefined };

function tell(words: PageWords, language: Language): Told {
  return {
    text: inLanguage(words, language),
    lang: words[language] === undefined ? "en" : undefined,
  };
}

/** A page of the review's own, as the public reads it. */
export function describeOwnPage(
  of: { kind: OwnPageKind; body: PageBody; publishedAt?: string | undefined },
  language: Language,
) {
  const { ownPage: words, times } = wordsIn(language);
  const { title, text, items = [] } = of.body;
  const isFaqs = of.kind === "faqs";
  return {
    heading: tell(title, language),
    text: text && tell(text, language),
    kind: of.kind,
    items: items.map((item) => ({
      ...{ id: item.id, head: tell(item.head, language) },
      text: tell(item.text, language),
      changed:
        isFaqs && item.changedAt
          ? words.changed(times.date(item.changedAt))
          : undefined,
    })),
    changed:
      of.publishedAt === undefined
        ? undefined
        : words.pageChanged(times.date(of.publishedAt)),
  };
}

export type DescribedOwnPage = ReturnType<typeof describeOwnPage>;

type Known = { reviewName: string; contactEmail: string };

/** The page that stands there until the review has written its own. */
function firstText(
  kind: "privacy" | "accessibility",
  { reviewName, contactEmail }: Known,
  language: Language,
): InformationPage {
  return informationIn(language)[kind]({
    ...{ reviewName, contactEmail, draftDays: draftLifetimeDays },
    receiptHours: sentResponseVisibleHours,
  });
}

/** A page that has to be there: the review's own, or the one that comes with the portal. */
export function describeStandingText(
  of: Known & {
    kind: "privacy" | "accessibility";
    published:
      { kind: OwnPageKind; body: PageBody; publishedAt: string } | undefined;
  },
  language: Language,
) {
  const own = of.published && describeOwnPage(of.published, language);
  const first = own ? undefined : firstText(of.kind, of, language);
  return { own, first, heading: own?.heading.text ?? first?.heading ?? "" };
}

/** What the form of a page begins with, before anybody has written it. */
export function firstBody(
  { kind, name }: { kind: OwnPageKind; name: string },
  known: Known,
): PageBody {
  if (kind !== "privacy" && kind !== "accessibility")
    return { title: { en: name } };
  const { heading, sections } = firstText(kind, known, "en");
  const parts = sections.map(({ heading, text }) => `## ${heading}\n\n${text}`);
  return { title: { en: heading }, text: { en: parts.join("\n\n") } };
}
