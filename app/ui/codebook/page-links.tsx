/** Where a page leads on to. */
export function PageLinks({
  links,
}: {
  links: { label: string; href: string }[];
}) {
  return (
    <ul className="heard-page-links heard-no-print">
      {links.map(({ label, href }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
