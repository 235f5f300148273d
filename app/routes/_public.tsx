import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { Footer, Masthead, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { wordsIn } from "#app/words/words.ts";

const words = wordsIn("en");

/** Where an error is shown in the page's place, its words are the title. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const reviewName = data?.reviewName ?? words.productName;
  if (!error) return [{ title: reviewName }];
  return [{ title: words.titleOf(errorWords(error).heading, reviewName) }];
};

type PublicLayout = { reviewName: string; contactEmail: string };

/** Public: whose portal this is. It guards nothing, and there is nothing to guard. */
export function loader({ context }: LoaderFunctionArgs): PublicLayout {
  return {
    reviewName: context.env.reviewName,
    contactEmail: context.env.reviewContactEmail,
  };
}

export default function PublicPages() {
  return (
    <PublicFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </PublicFrame>
  );
}

function PublicFrame({
  reviewName,
  contactEmail,
  children,
}: Partial<PublicLayout> & { children: ReactNode }) {
  return (
    <div className="heard-page">
      <a href="#main-content" className="govuk-skip-link">
        {words.skipToContent}
      </a>
      <Masthead
        home="/"
        name={reviewName ?? words.productName}
        by={words.productName}
      />
      <div className="heard-page__body">{children}</div>
      <Footer
        heading={words.footer.heading}
        links={[
          { to: "/", label: words.footer.links.home },
          { to: "/privacy", label: words.footer.links.privacy },
          { to: "/accessibility", label: words.footer.links.accessibility },
        ]}
      >
        {words.footer.help}{" "}
        <a className="govuk-footer__link" href={`mailto:${contactEmail}`}>
          {contactEmail}
        </a>
      </Footer>
    </div>
  );
}

function errorWords(error: unknown) {
  const isNotFound = isRouteErrorResponse(error) && error.status === 404;
  return isNotFound ? words.notFound : words.failed;
}

export function ErrorBoundary() {
  const layout = useRouteLoaderData<typeof loader>("routes/_public");
  const { heading, advice, home } = errorWords(useRouteError());
  return (
    <PublicFrame {...layout}>
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
