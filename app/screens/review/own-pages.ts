import {
  type Language,
  languagesOf,
  otherLanguagesIn,
} from "#app/domain/calls/languages.ts";
import {
  hasItems,
  type OwnPageKind,
  type PageBody,
  standingPages,
} from "#app/domain/portal/own-pages.ts";
import type {
  ListedPage,
  OwnPage,
} from "#app/domain/portal/own-pages.server.ts";
import {
  keptItemAddress,
  keptPageAddress,
  keptPagesAddress,
  ownPageAddress,
  pageVersionAddress,
} from "#app/page-addresses.ts";
import { formatMoment, formatShortDate } from "#app/words/review-en/times.ts";
import { languageNames } from "./calls.ts";
import { itemNames, pageNames } from "./own-page-words.ts";

const hasFirstText = (kind: OwnPageKind) =>
  kind === "privacy" || kind === "accessibility";

/** Every page that a review has a place for, begun or not, and those of its own. */
export function listOwnPages(begun: ListedPage[]) {
  const standing = standingPages.map(({ slug, kind }) =>
    describeListed(
      begun.find((page) => page.slug === slug) ?? {
        ...{ slug, kind, title: undefined },
        ...{ publishedAt: undefined, hasDraft: false },
      },
    ),
  );
  const own = begun.filter(({ kind }) => kind === "free").map(describeListed);
  return { standing, own };
}

function describeListed({
  slug,
  kind,
  title,
  publishedAt,
  hasDraft,
}: ListedPage) {
  const name = kind === "free" ? (title?.en ?? slug) : pageNames[kind];
  const first = hasFirstText(kind)
    ? "The portal’s own text, which is the public’s to read"
    : "Not written yet";
  return {
    ...{ slug, name, address: ownPageAddress(slug) },
    href: keptPageAddress(slug),
    standing: publishedAt
      ? `Published, last on ${formatShortDate(publishedAt)}`
      : hasDraft
        ? "Begun, and not published"
        : first,
    mark: hasDraft ? "Draft" : undefined,
  };
}

/** What a page is called wherever the team meets it. */
export function nameOfPage(kind: OwnPageKind, body: PageBody): string {
  return kind === "free" ? body.title.en : pageNames[kind];
}

/** In what a preview is shown: as it is asked for, where any of the page is written in that. */
export function previewLanguage(
  body: PageBody,
  asked: string | null,
): Language {
  return otherLanguagesIn(body).find((other) => other === asked) ?? "en";
}

/** Where a preview is shown in each other language that it is written in. */
export function previewInOthers(
  slug: string,
  body: PageBody,
  shown: Language,
): { to: string; label: string }[] {
  const address = keptPageAddress(slug, "preview");
  return languagesOf({ alsoIn: otherLanguagesIn(body) })
    .filter((language) => language !== shown)
    .map((language) => ({
      to: language === "en" ? address : `${address}?language=${language}`,
      label: `See it in ${languageNames[language]}`,
    }));
}

/** A page as the team keeps it. */
export function describeKeptPage(
  page: OwnPage,
  body: PageBody,
  versions: { version: number; publishedAt: string; by: string }[],
) {
  const { slug, kind, draft, published } = page;
  const names = itemNames[kind];
  return {
    ...{ name: nameOfPage(kind, body), backHref: keptPagesAddress },
    ...{ standing: standingOf(page), rowVersion: page.rowVersion },
    publicHref:
      published || hasFirstText(kind) ? ownPageAddress(slug) : undefined,
    editHref: keptPageAddress(slug, "edit"),
    previewHref: keptPageAddress(slug, "preview"),
    publishHref: keptPageAddress(slug, "publish"),
    hasDraft: draft !== undefined,
    isPublished: published !== undefined,
    items:
      hasItems(kind) && names
        ? {
            ...{ one: names.one, newHref: keptPageAddress(slug, "items/new") },
            list: (body.items ?? []).map((item, index) => ({
              ...{ key: item.id, place: index + 1, name: item.head.en },
              href: keptItemAddress(slug, item.id),
              facts: tellLanguages(item.text),
            })),
          }
        : undefined,
    versions: versions.map((one) => ({
      ...{ version: one.version, href: pageVersionAddress(slug, one.version) },
      about: `${formatMoment(one.publishedAt)}, by ${one.by}`,
      isCurrent: one.version === published?.version,
    })),
  };
}

const tellLanguages = (words: object) =>
  `In ${languagesOf({ alsoIn: otherLanguagesIn(words) })
    .map((language) => languageNames[language])
    .join(" and ")}`;

function standingOf({ kind, draft, published }: OwnPage): string {
  const inWork = draft
    ? ` ${draft.by} changed the working copy at ${formatMoment(draft.at)}; the public does not see that yet.`
    : "";
  if (published)
    return `The public reads version ${published.version}, published at ${formatMoment(published.at)}.${inWork}`;
  const first = hasFirstText(kind)
    ? "The public reads the text that comes with the portal."
    : "The public does not see this page.";
  return first + inWork;
}
