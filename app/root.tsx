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
import { type Words, wordsIn } from "#app/words/words.ts";

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
  const { reviewName, contactEmail } = usePortal();
  const language = useLanguage();
  const unsaved = unsavedIn(error);
  if (unsaved) {
    const words = wordsIn(language).unsaved;
    return (
      <LastPage title={`${words.heading} – ${reviewName}`}>
        <UnsavedPage unsaved={unsaved} words={words} />
      </LastPage>
    );
  }
  const words = wordsIn(language).lastResort;
  const { heading, advice } = errorWords(error, words);
  return (
    <LastPage title={`${heading} – ${reviewName}`}>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{advice}</p>
      <p className="govuk-body">
        {words.whose(reviewName)}{" "}
        {contactEmail && (
          <>
            {words.help}{" "}
            <a className="govuk-link" href={`mailto:${contactEmail}`}>
              {contactEmail}
            </a>
            .
          </>
        )}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          {words.home}
        </a>
      </p>
    </LastPage>
  );
}

function LastPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="govuk-width-container">
      <title>{title}</title>
      <link rel="stylesheet" href={stylesheet} />
      <main className="govuk-main-wrapper" id="main-content">
        {children}
      </main>
    </div>
  );
}

function errorWords(error: unknown, words: Words["lastResort"]) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404) return words.notFound;
  return status === 403 ? words.notAllowed : words.fault;
}
