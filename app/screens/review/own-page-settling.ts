import type { PageBody } from "#app/domain/portal/own-pages.ts";
import type { OwnPage } from "#app/domain/portal/own-pages.server.ts";
import { keptPageAddress } from "#app/page-addresses.ts";
import { nameOfPage } from "./own-pages.ts";

/** What is told once it is done. */
export const settled = {
  publish: "The page is published.",
  "take-down": "The page is taken down. Its words are kept as a draft.",
  discard: "What was changed and not published is thrown away.",
};

/** What can be done about a page, and what becomes of it. */
export function describeSettling(page: OwnPage, body: PageBody) {
  const { slug, kind, draft, published, rowVersion } = page;
  const isStanding = kind === "privacy" || kind === "accessibility";
  return {
    ...{ name: nameOfPage(kind, body), backHref: keptPageAddress(slug) },
    rowVersion,
    previewHref: keptPageAddress(slug, "preview"),
    publish: draft
      ? published
        ? "The public reads the working copy from now on. What it reads today is kept among the versions."
        : "The public reads the working copy from now on."
      : undefined,
    discard: draft
      ? published
        ? "The working copy is thrown away, and the page stays as the public reads it."
        : "The working copy is thrown away."
      : undefined,
    takeDown: published
      ? isStanding
        ? "The public reads the text that comes with the portal again. Your words are kept as a draft."
        : "The public no longer finds the page. Its words are kept as a draft."
      : undefined,
  };
}
