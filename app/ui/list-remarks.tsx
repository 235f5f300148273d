type ListRemarksProps = {
  heading: string;
  lead?: string | undefined;
  remarks: { line: string; reason: string; excerpt: string }[];
  more?: string | undefined;
};

/** Lines of a list that was sent, each with what is the matter with it. */
export function ListRemarks({
  heading,
  lead,
  remarks,
  more,
}: ListRemarksProps) {
  if (remarks.length === 0) return null;
  return (
    <section className="heard-part">
      <h2 className="govuk-heading-m">{heading}</h2>
      {lead && <p className="govuk-body">{lead}</p>}
      <ul className="govuk-list govuk-list--spaced">
        {remarks.map(({ line, reason, excerpt }) => (
          <li key={`${line} ${reason}`}>
            <strong>{line}</strong>: {reason}
            <div className="heard-excerpt" dir="auto">
              {excerpt}
            </div>
          </li>
        ))}
      </ul>
      {more && <p className="govuk-body">{more}</p>}
    </section>
  );
}
