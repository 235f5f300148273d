import type { Part, WorkingCopy } from "../working-copy.ts";
import type { OtherLanguage } from "../../languages.ts";
import { type CallText, textsOfPart } from "./call-texts.ts";
import { standingIn } from "./text-standing.ts";

/** What is translated on one screen: what the call says of itself, one page, all sections, the questions about the person. */
export type TranslatedPart = {
  kind: "about" | "page" | "section" | "equality";
  /** The page's; empty of the others. */
  pageId: string;
  parts: Part[];
};

/** In the order in which people meet them. */
export function translatedParts(copy: WorkingCopy): TranslatedPart[] {
  const { about, sections, pages, equality } = copy;
  return [
    { kind: "about", pageId: "", parts: [about] },
    ...(sections.length > 0
      ? [{ kind: "section" as const, pageId: "", parts: sections }]
      : []),
    ...pages.map((page) => ({
      ...{ kind: "page" as const, pageId: page.key },
      parts: [page],
    })),
    ...(equality
      ? [{ kind: "equality" as const, pageId: "", parts: [equality] }]
      : []),
  ];
}

/** One of them as an address names it: "about", "section", "equality" or "page.who". */
export function nameOfPart({
  kind,
  pageId,
}: Pick<TranslatedPart, "kind" | "pageId">): string {
  return kind === "page" ? `page.${pageId}` : kind;
}

/** The part of that name; undefined where there is none. */
export function findTranslatedPart(
  copy: WorkingCopy,
  name: string,
): TranslatedPart | undefined {
  return translatedParts(copy).find((part) => nameOfPart(part) === name);
}

/** The texts of it that can be translated, or were while they had an English. */
export function textsToTranslate(
  { parts }: TranslatedPart,
  language: OtherLanguage,
): CallText[] {
  return parts
    .flatMap(textsOfPart)
    .filter(({ words }) => standingIn(words, language) !== "empty");
}

/** Which texts a form was filled in over, as `seenOf` says it of one part. */
export function seenOfPart(
  { basedOn }: Pick<WorkingCopy, "basedOn">,
  { parts }: TranslatedPart,
): string {
  const changes = parts.reduce((sum, { rowVersion }) => sum + rowVersion, 0);
  return [basedOn, ...(parts.length > 1 ? [parts.length] : []), changes].join(
    ".",
  );
}

/** How many texts there are, and how they stand. */
export type TranslationCounts = {
  texts: number;
  missing: number;
  /** Small changes too. */
  stale: number;
  smallChanges: number;
  withoutEnglish: number;
};

/** Counts over parts: a text without its English is none to be translated. */
export function countTexts(
  parts: readonly TranslatedPart[],
  language: OtherLanguage,
): TranslationCounts {
  const standings = parts
    .flatMap((part) => textsToTranslate(part, language))
    .map(({ words }) => standingIn(words, language));
  const count = (...of: typeof standings) =>
    standings.filter((one) => of.includes(one)).length;
  return {
    texts: standings.length - count("without-english"),
    missing: count("missing"),
    stale: count("stale", "small-change"),
    smallChanges: count("small-change"),
    withoutEnglish: count("without-english"),
  };
}
