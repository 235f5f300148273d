type UnusedTagsProps = {
  unused: { tagId: number; name: string; href: string }[];
  unusedLine: string;
};

/** The tags that a table has no row for, behind a line that says how many. */
export function UnusedTags({ unused, unusedLine }: UnusedTagsProps) {
  if (unused.length === 0) return null;
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{unusedLine}</span>
      </summary>
      <ul className="govuk-details__text govuk-list">
        {unused.map(({ tagId, name, href }) => (
          <li key={tagId}>
            <a className="govuk-link" href={href}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
