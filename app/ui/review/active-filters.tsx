import { queueAddress } from "#app/addresses.ts";
type ActiveFiltersProps = {
  filters: { label: string; removeHref: string }[];
  /** The list without a filter; the queue where it is not said. */
  clearHref?: string;
};

/** What narrows the list at present, each with a way to take it off. */
export function ActiveFilters({
  filters,
  clearHref = queueAddress(),
}: ActiveFiltersProps) {
  if (filters.length === 0) return null;
  return (
    <div className="heard-active-filters">
      <h2 className="govuk-visually-hidden">Filters in use</h2>
      <ul className="heard-active-filters__list">
        {filters.map((filter) => (
          <li key={filter.label}>
            <a className="heard-active-filters__link" href={filter.removeHref}>
              <span className="govuk-visually-hidden">Remove filter: </span>
              {filter.label}
            </a>
          </li>
        ))}
      </ul>
      <a className="govuk-link" href={clearHref}>
        Clear all
      </a>
    </div>
  );
}
