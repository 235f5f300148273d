import type { RequestContext } from "./context.server.ts";
import { reviewNameOf } from "./review-name.server.ts";

type Titled = Pick<
  RequestContext,
  "env" | "settings" | "speech" | "hasFormErrors"
>;

type TitleWords = {
  titleOf: (heading: string, reviewName: string) => string;
  errorTitle: (title: string) => string;
};

/**
 * A page's title. It starts with "Error: " where the action of this very
 * request refused the form: `meta` is not told of an action's answer, so the
 * action leaves word in the context that the loader is given after it.
 */
export function pageTitle(
  context: Titled,
  words: TitleWords,
  heading: string,
): string {
  const title = words.titleOf(heading, reviewNameOf(context));
  return context.hasFormErrors ? words.errorTitle(title) : title;
}

const staffTitleWords: TitleWords = {
  titleOf: (heading) => `${heading} – Heard`,
  errorTitle: (title) => `Error: ${title}`,
};

/** The same for the review team's pages, which are in English only. */
export function staffPageTitle(context: Titled, heading: string): string {
  return pageTitle(context, staffTitleWords, heading);
}
