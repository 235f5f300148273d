type Incoming = {
  facts: string[];
  pages: { heading: string; questions: string[] }[];
};

/** What a file would make, before it is made. It is read first. */
export function IncomingCall({ incoming }: { incoming: Incoming }) {
  return (
    <div className="heard-change-preview" role="status" tabIndex={-1} autoFocus>
      <h2 className="govuk-heading-s">This is what the file would make</h2>
      <ul className="govuk-list govuk-list--bullet">
        {incoming.facts.map((fact) => (
          <li key={fact} dir="auto">
            {fact}
          </li>
        ))}
      </ul>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            Its pages and questions
          </span>
        </summary>
        <ol className="govuk-details__text govuk-list govuk-list--number">
          {incoming.pages.map(({ heading, questions }, index) => (
            <li key={index} dir="auto">
              {heading}
              {questions.length > 1 && (
                <ul className="govuk-list govuk-list--bullet">
                  {questions.map((question, nth) => (
                    <li key={nth} dir="auto">
                      {question}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
