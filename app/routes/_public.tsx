import type { LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import {
  accessibilityAddress,
  privacyAddress,
  receiptAddress,
  comeBackAddress,
} from "#app/addresses.ts";
import { LanguageSwitch, useLanguage } from "#app/ui/language.tsx";
import { UnsavedPage, unsavedIn } from "#app/ui/unsaved-form.tsx";
import { Footer, Masthead, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { usePortal } from "#app/ui/portal.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import stylesheet from "#app/ui/public.scss?url";
import { type Words, wordsIn } from "#app/words/words.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
];

export default function PublicPages() {
  const speaking = useMatches().map(({ handle, data }) => {
    const { speaksBy } = (handle as RouteHandle | undefined) ?? {};
    return speaksBy?.isThere?.(data) === false ? undefined : speaksBy;
  });
  const speaksBy = speaking.find((by) => by !== undefined);
  return (
    <PublicFrame speaksBy={speaksBy}>
      <Outlet />
    </PublicFrame>
  );
}

/** Every public page's head and foot, an error page's too. */
function PublicFrame({
  speaksBy,
  children,
}: Pick<RouteHandle, "speaksBy"> & { children: ReactNode }) {
  const words = wordsIn(useLanguage());
  const { reviewName, contactEmail, logo, ownPages } = usePortal();
  return (
    <div className="heard-page">
      <a href="#main-content" className="govuk-skip-link">
        {words.skipToContent}
      </a>
      <Masthead home="/" name={reviewName} by={words.productName} logo={logo} />
      <LanguageSwitch speaksBy={speaksBy} />
      <div className="heard-page__body">{children}</div>
      <Footer
        heading={words.footer.heading}
        links={[
          { to: "/", label: words.footer.links.home },
          { to: receiptAddress, label: words.footer.links.receipt },
          { to: comeBackAddress, label: words.footer.links.comeBack },
          ...ownPages,
          { to: privacyAddress, label: words.footer.links.privacy },
          { to: accessibilityAddress, label: words.footer.links.accessibility },
        ]}
      >
        {words.footer.help}{" "}
        <a
          className="govuk-footer__link"
          href={`mailto:${contactEmail}`}
          translate="no"
        >
          {contactEmail}
        </a>
      </Footer>
    </div>
  );
}

function errorWords(error: unknown, words: Words) {
  if (unsavedIn(error)) return { ...words.failed, ...words.unsaved };
  if (isNotHeld(error)) return words.notHeld;
  const isNotFound = isRouteErrorResponse(error) && error.status === 404;
  return isNotFound ? words.notFound : words.failed;
}

/** The address names answers that this browser does not hold: deleted, or somebody else's. */
function isNotHeld(error: unknown): boolean {
  if (!isRouteErrorResponse(error)) return false;
  const thrown: unknown = error.data;
  return typeof thrown === "object" && thrown !== null && "isNotHeld" in thrown;
}

export function ErrorBoundary() {
  const { reviewName } = usePortal();
  const error = useRouteError();
  const unsaved = unsavedIn(error);
  const words = wordsIn(useLanguage());
  const { heading, advice, home } = errorWords(error, words);
  if (unsaved)
    return (
      <PublicFrame>
        <title>{words.titleOf(heading, reviewName)}</title>
        <PageBody>
          <TwoThirds>
            <UnsavedPage unsaved={unsaved} words={words.unsaved} />
          </TwoThirds>
        </PageBody>
      </PublicFrame>
    );
  return (
    <PublicFrame>
      {/* A route's own title may need the data that is missing here. */}
      <title>{words.titleOf(heading, reviewName)}</title>
      <PageBody>
        <TwoThirds>
          <h1 className="govuk-heading-l">{heading}</h1>
          {advice.map((line) => (
            <p className="govuk-body" key={line}>
              {line}
            </p>
          ))}
          <p className="govuk-body">
            <a className="govuk-link" href="/">
              {home}
            </a>
          </p>
        </TwoThirds>
      </PageBody>
    </PublicFrame>
  );
}
