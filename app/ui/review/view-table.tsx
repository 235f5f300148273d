export type ViewLine = {
  name: string;
  href: string;
  q: string;
  order: string | undefined;
  standing: string;
  changeHref: string | undefined;
};

/** The views there are, each with what it searches for and who sees it. */
export function ViewTable({ views }: { views: ViewLine[] }) {
  return (
    <ul className="heard-view-table">
      {views.map(({ name, href, q, order, standing, changeHref }) => (
        <li key={href + name + standing} className="heard-view-table__line">
          <a className="govuk-link heard-view-table__name" href={href}>
            {name}
          </a>
          <code className="heard-view-table__search">{q}</code>
          <span className="heard-view-table__facts">
            {standing}
            {order && `, ${order.toLowerCase()}`}
          </span>
          {changeHref && (
            <a className="govuk-link" href={changeHref}>
              Change<span className="govuk-visually-hidden">: {name}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
