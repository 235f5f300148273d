type ViewLink = {
  name: string;
  href: string;
  isCurrent: boolean;
  /** Who shares it, where that is somebody else. */
  by: string | undefined;
};

export type QueueViews = {
  own: ViewLink[];
  shared: ViewLink[];
  /** The one that the list is of. */
  current: string | undefined;
  /** Where the present list is saved; undefined where it is one already, or nothing but the queue. */
  saveHref: string | undefined;
  allHref: string;
};

/** The lists that have a name, and the way to give the present one a name. */
export function SavedViews(props: QueueViews) {
  const { own, shared, current, saveHref, allHref } = props;
  return (
    <details className="heard-filters__details">
      <summary className="heard-filters__summary">
        {current === undefined ? "Views" : `View: ${current}`}
      </summary>
      <div className="heard-views">
        <ViewList heading="Yours" views={own} />
        <ViewList heading="Shared by the team" views={shared} />
        {own.length + shared.length === 0 && (
          <p className="heard-views__none">
            No view is saved yet. Search or filter, then save the list under a
            name.
          </p>
        )}
        <ul className="heard-views__ways">
          {saveHref && (
            <li>
              <a className="govuk-link" href={saveHref}>
                Save this list as a view
              </a>
            </li>
          )}
          <li>
            <a className="govuk-link" href={allHref}>
              Change views
            </a>
          </li>
        </ul>
      </div>
    </details>
  );
}

function ViewList({ heading, views }: { heading: string; views: ViewLink[] }) {
  if (views.length === 0) return null;
  return (
    <section>
      <h3 className="heard-views__heading">{heading}</h3>
      <ul className="heard-views__list">
        {views.map(({ name, href, isCurrent, by }) => (
          <li key={href}>
            <a
              className="govuk-link"
              href={href}
              aria-current={isCurrent ? "page" : undefined}
            >
              {name}
            </a>
            {by && <span className="heard-views__by"> {by}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
