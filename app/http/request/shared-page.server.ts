import type { RequestContext } from "./context.server.ts";
import { reviewNameOf } from "./review-name.server.ts";

/** 1200 by 630, as those who show it want it; it names no review, so it is true of each. */
const picturePath = "/share.png";

/** Longer ones are cut by whoever shows them, in the middle of a word. */
const mostCharacters = 160;

/** A public page as it is passed on. Addresses are made from our own, never from a request. */
export function sharedPage(
  context: Parameters<typeof reviewNameOf>[0] & Pick<RequestContext, "env">,
  page: { title: string; description: string; path: string },
) {
  const wholeAddress = (path: string) =>
    new URL(path, context.env.publicBaseUrl).href;
  return {
    title: page.title,
    description: cutAtWord(page.description),
    address: wholeAddress(page.path),
    picture: wholeAddress(picturePath),
    siteName: reviewNameOf(context),
  };
}

function cutAtWord(text: string): string {
  const oneLine = text.replace(/\s+/g, " ").trim();
  if (oneLine.length <= mostCharacters) return oneLine;
  const cut = oneLine.slice(0, mostCharacters);
  return `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}
