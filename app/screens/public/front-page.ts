import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import type { FrontPage, FrontSection } from "#app/domain/portal/front-page.ts";
import type {
  PublishedPage,
  PublishedTitle,
} from "#app/domain/portal/own-pages.server.ts";
import type { OwnPageKind } from "#app/domain/portal/own-pages.ts";
import { ownPageAddress } from "#app/page-addresses.ts";
import { wordsIn } from "#app/words/words.ts";
import { type DescribedOwnPage, describeOwnPage } from "./own-page.ts";

/** The pages that a section shows something of. */
const kindOf: Partial<Record<FrontSection, OwnPageKind>> = {
  about: "about",
  timetable: "timetable",
  faqs: "faqs",
  help: "help",
};

const mostQuestions = 6;
const mostDates = 8;

/** Which pages are to be read for the first page: those that are published and shown on it. */
export function pagesOnFront(
  front: FrontPage,
  published: PublishedTitle[],
): string[] {
  const kinds = front.flatMap(({ section, isShown }) =>
    isShown ? [kindOf[section]] : [],
  );
  return published
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ slug }) => slug);
}

type Told = { text: string; lang: string | undefined };

/** What is shown of the calls, or the beginning of a page of the review's own. */
export type DescribedSection =
  | { section: "open" | "closed" }
  | {
      section: Exclude<FrontSection, "open" | "closed">;
      heading: Told;
      address?: string;
      more?: string;
      text?: Told | undefined;
      dates?: DescribedOwnPage["items"];
      questions?: (Told & { to: string })[];
      links?: (Told & { to: string })[];
    };

type Found = PublishedPage & { slug: string };

/** The sections of the first page, in their order: what the review wrote of itself, and where the calls stand. */
export function describeFront(
  of: { front: FrontPage; pages: Found[]; titles: PublishedTitle[] },
  language: Language,
): DescribedSection[] {
  const shown = of.front.filter(({ isShown }) => isShown);
  return shown.flatMap(({ section }): DescribedSection[] => {
    if (section === "open" || section === "closed") return [{ section }];
    if (section === "pages") return describeLinks(of.titles, language);
    const page = of.pages.find(({ kind }) => kind === kindOf[section]);
    return page ? [{ section, ...describePart(page, language) }] : [];
  });
}

function describePart(page: Found, language: Language) {
  const words = wordsIn(language).ownPage;
  const { heading, text, items, kind } = describeOwnPage(page, language);
  const address = ownPageAddress(page.slug);
  const isFaqs = kind === "faqs";
  return {
    ...{ heading, address },
    more: isFaqs ? words.allQuestions : words.more(heading.text),
    text: text && { ...text, text: opening(text.text) },
    dates: kind === "timetable" ? items.slice(0, mostDates) : [],
    questions: isFaqs
      ? items.slice(0, mostQuestions).map(({ id, head }) => ({
          ...{ ...head, to: `${address}#item-${id}` },
        }))
      : [],
  };
}

/** What a text begins with, up to its first heading. */
function opening(text: string): string {
  const end = text.search(/^##/m);
  return end > 0 ? text.slice(0, end) : text;
}

function describeLinks(titles: PublishedTitle[], language: Language) {
  const own = titles.filter(({ kind }) => kind === "free");
  if (own.length === 0) return [];
  return [
    {
      section: "pages" as const,
      heading: { text: wordsIn(language).ownPage.pages, lang: undefined },
      links: own.map(({ slug, title }) => ({
        ...{ to: ownPageAddress(slug), text: inLanguage(title, language) },
        lang: title[language] === undefined ? "en" : undefined,
      })),
    },
  ];
}
