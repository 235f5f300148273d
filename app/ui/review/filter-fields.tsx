import type { ReactNode } from "react";

export type FilterSelectProps = {
  name: string;
  label: string;
  any: string;
  options: { value: string; label: string }[];
  chosen: string | undefined;
};

/** One choice of a list's filter; the empty one narrows nothing. */
export function FilterSelect(props: FilterSelectProps) {
  const { name, label, any, options, chosen } = props;
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

type FilterBoxProps = { name: string; isChosen: boolean; children: ReactNode };

/** A condition of a list's filter that is asked for or not. */
export function FilterBox({ name, isChosen, children }: FilterBoxProps) {
  const id = `filter-${name}`;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value="yes"
          defaultChecked={isChosen}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {children}
        </label>
      </div>
    </div>
  );
}
