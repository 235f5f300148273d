import { Button } from "../button.tsx";

type FilterField = {
  name: string;
  label: string;
  any: string;
  chosen: string | undefined;
  options: { value: string; label: string }[];
};

type EvidenceFiltersProps = {
  /** The list's own address, without a filter. */
  action: string;
  words: string;
  isOwnOnly: boolean;
  hasParts: boolean;
  selects: FilterField[];
};

/** A form that only reads: what it asks for has an address, and works without JavaScript. */
export function EvidenceFilters(props: EvidenceFiltersProps) {
  const { action, words, isOwnOnly, hasParts, selects } = props;
  const useful = selects.filter(({ options }) => options.length > 0);
  return (
    <form
      className="heard-filters heard-evidence-filters heard-no-print"
      method="get"
      action={action}
      role="search"
      aria-label="What is tagged"
    >
      <div className="heard-filters__search">
        <label className="govuk-label heard-filters__label" htmlFor="words">
          Words in passages and memos
        </label>
        <div className="heard-filters__search-row">
          <input
            className="govuk-input"
            id="words"
            name="words"
            type="search"
            defaultValue={words}
            autoComplete="off"
          />
          <Button kind="secondary">Search</Button>
        </div>
      </div>
      <a className="govuk-link heard-filters__show" href="#filters">
        Filter this list
      </a>
      <div className="heard-filters__fields" id="filters">
        {useful.map((field) => (
          <FilterSelect key={field.name} {...field} />
        ))}
        {hasParts && (
          <div className="govuk-checkboxes govuk-checkboxes--small heard-filters__boxes">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id="filter-own"
                name="own"
                type="checkbox"
                value="yes"
                defaultChecked={isOwnOnly}
              />
              <label
                className="govuk-label govuk-checkboxes__label"
                htmlFor="filter-own"
              >
                Without its parts
              </label>
            </div>
          </div>
        )}
        <Button kind="secondary">Apply filters</Button>
      </div>
    </form>
  );
}

function FilterSelect({ name, label, any, chosen, options }: FilterField) {
  const id = `filter-${name}`;
  return (
    <div className="heard-filters__field">
      <label className="govuk-label heard-filters__label" htmlFor={id}>
        {label}
      </label>
      <select
        className="govuk-select"
        id={id}
        name={name}
        defaultValue={chosen ?? ""}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
