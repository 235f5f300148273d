import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Footer, Masthead } from "#app/ui/page-parts.tsx";
import { wordsIn } from "#app/words/words.ts";

/** Public: whose portal this is. It guards nothing, and there is nothing to guard. */
export function loader({ context }: LoaderFunctionArgs) {
  return {
    reviewName: context.env.reviewName,
    contactEmail: context.env.reviewContactEmail,
  };
}

export default function PublicPages() {
  const { reviewName, contactEmail } = useLoaderData<typeof loader>();
  const words = wordsIn("en");
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        {words.skipToContent}
      </a>
      <Masthead home="/" name={reviewName} by={words.productName} />
      <div className="govuk-width-container">
        <Outlet />
      </div>
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
    </>
  );
}
