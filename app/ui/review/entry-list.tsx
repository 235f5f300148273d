export type EntryLine = {
  reference: string;
  href: string;
  excerpt: string;
  origin: string;
  keyed: string;
  checked: string | undefined;
};

type EntryListProps = { heading: string; none: string; entries: EntryLine[] };

/** What was keyed in, one after the other. */
export function EntryList({ heading, none, entries }: EntryListProps) {
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      {entries.length === 0 && <p className="govuk-body">{none}</p>}
      <ul className="govuk-list heard-imports">
        {entries.map((entry) => (
          <li className="heard-imports__file" key={entry.reference}>
            <p className="heard-imports__name">
              <a className="govuk-link" href={entry.href}>
                {entry.reference}
              </a>
            </p>
            <p className="heard-imports__facts" dir="auto">
              {entry.excerpt}
            </p>
            <p className="heard-imports__facts heard-muted">
              {entry.origin}. {entry.keyed}.
              {entry.checked && ` ${entry.checked}.`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
