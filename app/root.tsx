import type { LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import askingScript from "#app/enhance/question-page.ts?worker&url";
import orderingScript from "#app/enhance/ordering-page.ts?worker&url";
import passkeyScript from "#app/enhance/passkey-page.ts?worker&url";
import readingScript from "#app/enhance/reading-page.ts?worker&url";
import searchingScript from "#app/enhance/searching-page.ts?worker&url";
import { directionOf, useLanguage, useSpoken } from "#app/ui/language.tsx";
import { useNonce } from "#app/ui/nonce.ts";
import { usePortal } from "#app/ui/portal.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import stylesheet from "#app/ui/public.scss?url";
import { UnsavedPage, unsavedIn } from "#app/ui/unsaved-form.tsx";
import { wordsIn } from "#app/words/words.ts";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

const ink = "#0b3440";

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { language, alternates } = useSpoken();
  const matches = useMatches();
  const handles = matches.map(
    ({ handle }) => handle as RouteHandle | undefined,
  );
  const { accent } = usePortal();
  const isPublic = matches.some(({ id }) => id === "routes/_public");
  const hydrates = handles.some((handle) => handle?.hydrates);
  const enhances = handles.some((handle) => handle?.enhances);
  const passkeys = handles.some((handle) => handle?.passkeys);
  const asks = handles.some((handle) => handle?.asks);
  const searches = handles.some((handle) => handle?.searches);
  const orders = handles.some((handle) => handle?.orders);
  const script = asks
    ? askingScript
    : searches
      ? searchingScript
      : orders
        ? orderingScript
        : readingScript;
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      className="govuk-template"
    >
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover"
        />
        <meta
          name="theme-color"
          content={isPublic && accent ? accent.tint : ink}
        />
        <Meta />
        {alternates.map((one) => (
          <link
            rel="alternate"
            hrefLang={one.language}
            href={one.to}
            key={one.language}
          />
        ))}
        <Links />
        {isPublic && accent && (
          <link rel="stylesheet" href={accent.styleSheet} />
        )}
      </head>
      <body className="govuk-template__body">
        {children}
        {passkeys && <script type="module" src={passkeyScript} nonce={nonce} />}
        {enhances && <script type="module" src={script} nonce={nonce} />}
        {hydrates && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { heading, advice } = errorWords(status);
  const { reviewName, contactEmail } = usePortal();
  const unsaved = unsavedIn(error);
  const words = wordsIn(useLanguage()).unsaved;
  if (unsaved)
    return (
      <div className="govuk-width-container">
        <title>{`${words.heading} – ${reviewName}`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <main className="govuk-main-wrapper" id="main-content">
          <UnsavedPage unsaved={unsaved} words={words} />
        </main>
      </div>
    );
  return (
    <div className="govuk-width-container" lang="en" dir="ltr">
      <title>{`${heading} – ${reviewName}`}</title>
      <link rel="stylesheet" href={stylesheet} />
      <main className="govuk-main-wrapper" id="main-content">
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body">{advice}</p>
        <p className="govuk-body">
          This is the portal of {reviewName}.{" "}
          {contactEmail && (
            <>
              If you need help, write to{" "}
              <a className="govuk-link" href={`mailto:${contactEmail}`}>
                {contactEmail}
              </a>
              .
            </>
          )}
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href="/">
            Go to the first page
          </a>
        </p>
      </main>
    </div>
  );
}

function errorWords(status: number) {
  if (status === 404) {
    return {
      heading: "There is no page at this address",
      advice:
        "If you typed the address, check it. If you followed a link of ours, tell us.",
    };
  }
  if (status === 403) {
    return {
      heading: "Your account does not open this page",
      advice: "Ask the lead of the review team if you need it.",
    };
  }
  return {
    heading: "Something went wrong on our side",
    advice: "What you saved before is still there. Try again in a few minutes.",
  };
}
