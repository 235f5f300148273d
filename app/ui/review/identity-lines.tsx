type IdentityLinesProps = {
  lines: { questionId: string; label: string; text: string }[];
  purpose: string;
};

/** Who sent a response, for as long as this page stands. */
export function IdentityLines({ lines, purpose }: IdentityLinesProps) {
  return (
    <>
      <p className="govuk-body">You asked for this because: {purpose}.</p>
      {lines.length === 0 ? (
        <p className="govuk-inset-text">
          Nothing was given. The person wanted to stay unknown, or was not
          asked.
        </p>
      ) : (
        <dl className="govuk-summary-list">
          {lines.map((line) => (
            <div className="govuk-summary-list__row" key={line.questionId}>
              <dt className="govuk-summary-list__key">{line.label}</dt>
              <dd className="govuk-summary-list__value">{line.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
