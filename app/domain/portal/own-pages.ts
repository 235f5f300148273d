import { z } from "zod";
import {
  languages,
  type OwnPageKind,
  ownPageKinds,
} from "#app/db/column-values.ts";
import { inEachOther } from "../calls/languages.ts";

export { type OwnPageKind, ownPageKinds };

export const maxOwnPages = 30;
/** Of all that stands on a page, in one language. */
export const maxPageCharacters = 50_000;
export const maxPageItems = 60;
export const maxLineCharacters = 250;

/** The pages that every review has a place for; where they stand is not chosen. */
export const standingPages = [
  { kind: "about", slug: "about" },
  { kind: "who", slug: "who-runs-it" },
  { kind: "timetable", slug: "timetable" },
  { kind: "help", slug: "help" },
  { kind: "faqs", slug: "faqs" },
  { kind: "privacy", slug: "privacy" },
  { kind: "accessibility", slug: "accessibility" },
] as const satisfies { kind: OwnPageKind; slug: string }[];

/** Something else stands there, or is asked for there by browsers and robots. */
export const reservedSlugs: readonly string[] = [
  ...standingPages.map(({ slug }) => slug),
  ...["review", "calls", "respond", "receipt", "receipts", "come-back"],
  ...[
    "preview",
    "schemas",
    "healthcheck",
    "assets",
    "colours",
    "logos",
    "logo",
    "pages",
  ],
  ...["favicon", "robots", "sitemap", "well-known", "newsletter", "admin"],
  ...["new", "cy", "en", "cymraeg", "api", "files", "uploads", "security"],
];

/** Such as "young-people": what stands in an address without being written in another way. */
export const pageSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const maxSlugCharacters = 60;

/** A text in each language that it is written in; English is always there. */
export const wordsUpTo = (most: number) =>
  z.object({
    en: z.string().min(1).max(most),
    ...inEachOther(z.string().min(1).max(most).optional()),
  });

const itemSchema = z.object({
  id: z.string().max(40),
  /** The question; of a timetable, when. */
  head: wordsUpTo(maxLineCharacters),
  text: wordsUpTo(maxPageCharacters),
  /** When it was first published, or last with other words. */
  changedAt: z.string().max(40).optional(),
});

/** What stands on a page: its text is `Prose`, and only some kinds have items. */
export const pageBodySchema = z.object({
  title: wordsUpTo(maxLineCharacters),
  text: wordsUpTo(maxPageCharacters).optional(),
  items: z.array(itemSchema).max(maxPageItems).optional(),
});

export type PageBody = z.infer<typeof pageBodySchema>;
export type PageItem = z.infer<typeof itemSchema>;
export type PageWords = PageBody["title"];

/** Whether a page is a list of questions or of dates. */
export function hasItems(kind: OwnPageKind): boolean {
  return kind === "faqs" || kind === "timetable";
}

/** Of the page that stands at an address whether or not anybody wrote it. */
export function standingKindAt(slug: string): OwnPageKind | undefined {
  return standingPages.find((page) => page.slug === slug)?.kind;
}

/** Whether what stands on it is longer, in one of its languages, than a page may be. */
export function isTooLong({ title, text, items = [] }: PageBody): boolean {
  const texts = [
    title,
    text,
    ...items.flatMap(({ head, text }) => [head, text]),
  ];
  return languages.some(
    (language) =>
      texts.reduce((sum, words) => sum + (words?.[language]?.length ?? 0), 0) >
      maxPageCharacters,
  );
}
