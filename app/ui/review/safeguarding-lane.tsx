type Standing = { words: string; isOverdue: boolean };

type CaseCard = {
  caseId: number;
  reference: string;
  href: string;
  kind: string;
  words: string;
  raised: string;
  standing: Standing;
};

/** Cases, each a card that leads to it. */
export function CaseCards({ cases }: { cases: CaseCard[] }) {
  return (
    <ul className="heard-cases">
      {cases.map((one) => (
        <li className="heard-cases__case" key={one.caseId}>
          <h3 className="govuk-heading-s heard-cases__kind">
            <a className="govuk-link" href={one.href}>
              {one.reference}
            </a>
            : {one.kind}
          </h3>
          {one.words && (
            <p className="govuk-body heard-cases__words" dir="auto">
              {one.words}
            </p>
          )}
          <p className="govuk-body-s heard-cases__raised">
            Raised by {one.raised}
          </p>
          <CaseStanding standing={one.standing} />
        </li>
      ))}
    </ul>
  );
}

/** Where a case stands; what is overdue is told in words and weight, not by colour alone. */
export function CaseStanding({ standing }: { standing: Standing }) {
  return (
    <p
      className={
        standing.isOverdue
          ? "govuk-body-s heard-cases__standing heard-cases__standing--overdue"
          : "govuk-body-s heard-cases__standing"
      }
    >
      {standing.words}
    </p>
  );
}

type NextStepProps = {
  words: string;
  heading?: string;
  /** Under which heading it stands: the page's own, or a part's. */
  level?: 2 | 3;
};

/** What a reader does now, in the review's own words. */
export function NextStep({ words, heading, level = 3 }: NextStepProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="heard-next-step">
      <Heading className="govuk-heading-s">
        {heading ?? "What you do now"}
      </Heading>
      <p className="govuk-body">{words}</p>
    </div>
  );
}
