type RuleResultsProps = {
  sentence: string;
  pages: { key: string; words: string; href: string }[];
  results: string[];
};

/** A rule as a sentence, the pages that it shows, and what that comes to. */
export function RuleResults({ sentence, pages, results }: RuleResultsProps) {
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">{sentence}</p>
      {pages.length > 0 && (
        <>
          <p className="govuk-body govuk-!-margin-bottom-1">Shown by it:</p>
          <ul className="govuk-list govuk-list--bullet">
            {pages.map(({ key, words, href }) => (
              <li key={key}>
                <a className="govuk-link" href={href}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {results.map((line) => (
        <p key={line} className="govuk-body">
          {line}
        </p>
      ))}
    </div>
  );
}
