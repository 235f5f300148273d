import { Button } from "../button.tsx";

type RuleRemovalProps = {
  backHref: string;
  sentence: string;
  seen: string;
  shown: string[];
  pages: string[];
  naming: { words: string; href: string }[];
};

/** What becomes of the pages that a rule shows, or which rules stand in the way. */
export function RuleRemoval(props: RuleRemovalProps) {
  const { backHref, sentence, seen, shown, pages, naming } = props;
  return (
    <>
      <div className="govuk-inset-text">{sentence}</div>
      {naming.length > 0 ? (
        <>
          <p className="govuk-body">
            Other rules name it. Take it out of them first:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {naming.map(({ words, href }) => (
              <li key={href}>
                <a className="govuk-link" href={href}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          {pages.length === 0 ? (
            <p className="govuk-body">No page is shown by it.</p>
          ) : (
            <>
              <p className="govuk-body">
                Everybody would be asked these pages then:
              </p>
              <ul className="govuk-list govuk-list--bullet">
                {pages.map((page, index) => (
                  <li key={index}>{page}</li>
                ))}
              </ul>
            </>
          )}
          <form method="post">
            <input type="hidden" name="seen" value={seen} />
            {shown.map((id) => (
              <input key={id} type="hidden" name="page" value={id} />
            ))}
            <div className="govuk-button-group">
              <Button kind="warning">Remove the rule</Button>
              <a className="govuk-link" href={backHref}>
                Keep it
              </a>
            </div>
          </form>
        </>
      )}
    </>
  );
}
