type ReviewOpeningProps = {
  heading: string;
  lead: string;
  /** Who runs it, when it reports: what the review has told. */
  facts: { label: string; text: string }[];
  assurances: string[];
};

/** The first page's head: which review this is, and what it promises whoever answers. */
export function ReviewOpening(props: ReviewOpeningProps) {
  const { heading, lead, facts, assurances } = props;
  return (
    <div className="heard-opening">
      <div className="govuk-width-container">
        <div className="heard-opening__review">
          <div>
            <h1 className="govuk-heading-xl heard-opening__heading">
              {heading}
            </h1>
            <p className="govuk-body-l heard-opening__lead">{lead}</p>
          </div>
          {facts.length > 0 && (
            <dl className="heard-opening__facts">
              {facts.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        <ul className="govuk-list heard-assurances">
          {assurances.map((assurance) => (
            <li key={assurance}>{assurance}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
