import type { DescribedPage } from "#app/words/public-en/descriptions.ts";
import { type CatalogueLanguage, wordsIn } from "#app/words/words.ts";

const notPublic: DescribedPage[] = ["preview", "pagePreview"];

/** The head of a page that nobody passes on: its title, and what the page is for. */
export function describedMeta(
  title: string | undefined,
  page: DescribedPage,
  language: CatalogueLanguage = "en",
) {
  const content = wordsIn(language).descriptions[page];
  return [
    { title },
    { name: "description", content },
    // What is not public yet is for whoever was given the link.
    ...(notPublic.includes(page)
      ? [{ name: "robots", content: "noindex" }]
      : []),
  ];
}
