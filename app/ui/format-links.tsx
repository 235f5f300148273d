export type Formats = { lead: string; links: { to: string; label: string }[] };

/** One thing to be had as a file in several formats. */
export function FormatLinks({ lead, links }: Formats) {
  return (
    <p className="heard-formats">
      {lead}
      {links.map(({ to, label }) => (
        <a className="govuk-link" href={to} key={to} download>
          {label}
        </a>
      ))}
    </p>
  );
}
