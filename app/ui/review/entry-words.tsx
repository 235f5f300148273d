type EntryWordsProps = {
  scans: {
    name: string;
    /** Undefined where it is withheld from its reader. */
    href: string | undefined;
    /** Where it is a picture that can be shown beside the words. */
    picture: string | undefined;
  }[];
  answers: {
    questionId: string;
    label: string;
    line: string;
    /** Says that there is nothing to be shown. */
    isMuted: boolean;
    /** Undefined where it cannot be corrected here. */
    correctHref: string | undefined;
  }[];
};

/** What was keyed in, beside what it was keyed in from. */
export function EntryWords({ scans, answers }: EntryWordsProps) {
  const hasPicture = scans.some(({ picture }) => picture !== undefined);
  return (
    <div className={hasPicture ? "heard-entry__beside" : undefined}>
      <EntryScans scans={scans} />
      <EntryAnswers answers={answers} />
    </div>
  );
}

function EntryScans({ scans }: Pick<EntryWordsProps, "scans">) {
  return (
    <section>
      <h2 className="govuk-heading-m">Scans</h2>
      {scans.length === 0 ? (
        <p className="govuk-body">There is no scan of it.</p>
      ) : (
        <ul className="govuk-list">
          {scans.map(({ name, href, picture }, at) => (
            <li key={href ?? at}>
              {href ? (
                <a
                  className="govuk-link"
                  href={href}
                  target="_blank"
                  rel="noreferrer"
                >
                  <bdi>{name}</bdi> (opens in a new tab)
                </a>
              ) : (
                name
              )}
              {picture && (
                <img className="heard-entry__scan" src={picture} alt="" />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function EntryAnswers({ answers }: Pick<EntryWordsProps, "answers">) {
  return (
    <section>
      <h2 className="govuk-heading-m">Answers</h2>
      <dl className="govuk-summary-list heard-summary-list--stacked">
        {answers.map((answer) => (
          <div className="govuk-summary-list__row" key={answer.questionId}>
            <dt className="govuk-summary-list__key">{answer.label}</dt>
            <dd
              className={
                answer.isMuted
                  ? "govuk-summary-list__value heard-muted"
                  : "govuk-summary-list__value heard-entry__words"
              }
              dir="auto"
            >
              {answer.line}
            </dd>
            <dd className="govuk-summary-list__actions">
              {answer.correctHref && (
                <a className="govuk-link" href={answer.correctHref}>
                  Correct
                  <span className="govuk-visually-hidden"> {answer.label}</span>
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
