import { otherLanguages } from "../calls/languages.ts";
import type { OwnPageKind, PageBody } from "./own-pages.ts";

/** What the law, or a person who needs help, looks for on a page and does not find. */
export type PageGap = "contact" | "controller" | "complaint" | "translation";

/**
 * What is missing on a page that has to tell certain things; a person decides.
 *
 * @param contactEmail the review's address as it is set
 */
export function findPageGaps(
  { kind, body }: { kind: OwnPageKind; body: PageBody },
  contactEmail: string,
): PageGap[] {
  const words = body.text?.en ?? "";
  const gaps: PageGap[] = [];
  const isLegal = kind === "privacy" || kind === "accessibility";
  if (isLegal && !words.includes(contactEmail)) gaps.push("contact");
  if (kind === "privacy" && !/\bcontroller\b/i.test(words))
    gaps.push("controller");
  if (kind === "privacy" && !/information commissioner|\bico\b/i.test(words))
    gaps.push("complaint");
  if (isHalfTranslated(body)) gaps.push("translation");
  return gaps;
}

/** Some of it is in another language too, and some is not. */
function isHalfTranslated({ title, text, items = [] }: PageBody): boolean {
  const all = [title, text, ...items.flatMap(({ head, text }) => [head, text])];
  return otherLanguages.some((language) => {
    const written = all.filter((words) => words);
    const translated = written.filter((words) => words?.[language]);
    return translated.length > 0 && translated.length < written.length;
  });
}
