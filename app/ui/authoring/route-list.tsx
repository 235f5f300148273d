type ListedRoute = {
  key: string;
  who: string;
  because: string[];
  pages: string;
  href: string;
};

/** Ways through a form, each as the person who takes it. */
export function RouteList({ routes }: { routes: ListedRoute[] }) {
  return (
    <ol className="heard-ordered">
      {routes.map(({ key, who, because, pages, href }) => (
        <li className="heard-ordered__item" key={key}>
          <div className="heard-ordered__words">
            {who}
            {because.length > 0 && (
              <ul className="govuk-list govuk-list--bullet">
                {because.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            <span className="heard-ordered__facts">{pages}</span>
            <a className="govuk-link" href={href}>
              Preview as this person
              <span className="govuk-visually-hidden">
                : {because.join("; ")}
              </span>
            </a>
          </div>
        </li>
      ))}
    </ol>
  );
}
