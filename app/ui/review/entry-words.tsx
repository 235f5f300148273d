import { BesideScans, type ScanBeside } from "./entry-scans.tsx";

type EntryWordsProps = {
  scans: ScanBeside[];
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

/** The answers that were keyed in, beside what they were keyed in from. */
export function EntryWords({ scans, answers }: EntryWordsProps) {
  return (
    <BesideScans scans={scans}>
      <EntryAnswers answers={answers} />
    </BesideScans>
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
