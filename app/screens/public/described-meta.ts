import type { DescribedPage } from "#app/words/public-en/descriptions.ts";
import { wordsIn } from "#app/words/words.ts";

/** The head of a page that nobody passes on: its title, and what the page is for. */
export function describedMeta(title: string | undefined, page: DescribedPage) {
  const content = wordsIn("en").descriptions[page];
  return [
    { title },
    { name: "description", content },
    // What is not public yet is for whoever was given the link.
    ...(page === "preview" ? [{ name: "robots", content: "noindex" }] : []),
  ];
}
