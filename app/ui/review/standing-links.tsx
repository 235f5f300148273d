import { Button } from "../button.tsx";

type StandingLink = {
  linkId: number;
  href: string;
  shows: string;
  facts: string;
};

/** The links that others were given, each with a button that ends it, and one that ends them all. */
export function StandingLinks({ links }: { links: StandingLink[] }) {
  if (links.length === 0)
    return <p className="govuk-body">There are none: only the team sees it.</p>;
  return (
    <>
      <ul className="heard-jobs">
        {links.map(({ linkId, href, shows, facts }) => (
          <li className="heard-jobs__job" key={linkId}>
            <p className="heard-jobs__words">
              <strong>{shows}</strong>
              <a className="govuk-link heard-standing-link" href={href}>
                {href}
              </a>
              <span className="heard-jobs__facts">{facts}</span>
            </p>
            <form method="post">
              <input type="hidden" name="link" value={linkId} />
              <button
                type="submit"
                name="step"
                value="end"
                className="govuk-button govuk-button--secondary heard-button--small"
              >
                End this link
                <span className="govuk-visually-hidden">
                  : {shows}. {facts}
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {links.length > 1 && (
        <form method="post">
          <Button kind="warning" name="step" value="end-all">
            End all of these links
          </Button>
        </form>
      )}
    </>
  );
}
