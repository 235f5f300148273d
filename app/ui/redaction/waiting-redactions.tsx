type Line = { reference: string; href: string; count: string; facts: string };

/** Responses with redactions that wait, the longest waiting first. */
export function WaitingRedactions(props: {
  heading: string;
  empty: string;
  lines: Line[];
}) {
  const { heading, empty, lines } = props;
  return (
    <section className="heard-waiting-redactions">
      <h2 className="govuk-heading-m">
        {heading}
        {lines.length > 0 && ` (${lines.length})`}
      </h2>
      {lines.length === 0 && <p className="govuk-body">{empty}</p>}
      {lines.length > 0 && (
        <ul className="govuk-list heard-waiting-redactions__list">
          {lines.map((line) => (
            <li key={line.reference}>
              <a className="govuk-link" href={line.href}>
                {line.reference}
              </a>
              <strong>{line.count}</strong>
              <span className="heard-quiet">{line.facts}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
