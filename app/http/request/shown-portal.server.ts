import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import type { OwnPageKind, PageWords } from "#app/domain/portal/own-pages.ts";
import type { PortalSettings } from "#app/domain/portal/settings.ts";
import {
  accentAddress,
  logoSources,
  ownPageAddress,
} from "#app/page-addresses.ts";
import { reviewNameOf } from "./review-name.server.ts";

type Known = {
  env: { reviewName: string; reviewContactEmail: string };
  settings?: Pick<PortalSettings, "name" | "accent" | "logo"> | undefined;
  ownPages?: { slug: string; kind: OwnPageKind; title: PageWords }[];
};

/** These have their place in every footer already. */
const always: OwnPageKind[] = ["privacy", "accessibility"];

/** What every page has of the review itself, an error page too, in the page's language where it can be. */
export function describePortal(known: Known, language: Language) {
  const { env, settings, ownPages = [] } = known;
  const { accent, logo } = settings ?? {};
  return {
    reviewName: reviewNameOf(known, language),
    contactEmail: env.reviewContactEmail,
    accent: accent
      ? { tint: accent, styleSheet: accentAddress(accent) }
      : undefined,
    logo: logo && pictureOf(logo, language),
    ownPages: ownPages
      .filter(({ kind }) => !always.includes(kind))
      .map(({ slug, title }) => ({
        ...{ to: ownPageAddress(slug), label: inLanguage(title, language) },
        lang: title[language] === undefined ? "en" : undefined,
      })),
  };
}

function pictureOf(
  { hash, alt, ...shown }: NonNullable<PortalSettings["logo"]>,
  language: Language,
) {
  const lang = alt[language] === undefined ? "en" : undefined;
  return {
    ...logoSources(hash),
    ...shown,
    alt: inLanguage(alt, language),
    lang,
  };
}
