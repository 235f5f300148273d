import type { ReactNode } from "react";
import { queueAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";

type Option = { value: string; label: string };

type QueueFiltersProps = {
  calls: Option[];
  people: Option[];
  tags: Option[];
  chosen: {
    /** Left out of the address where it goes without saying. */
    state: string | undefined;
    call: string | undefined;
    assignee: string | undefined;
    tag: string | undefined;
    hasFiles: boolean;
    isFlagged: boolean;
    q: string;
  };
};

/** A form that only reads: its answer has an address, and works without JavaScript. */
export function QueueFilters({
  calls,
  people,
  tags,
  chosen,
}: QueueFiltersProps) {
  return (
    <form
      className="heard-filters"
      method="get"
      action={queueAddress()}
      role="search"
      aria-label="Queue"
    >
      {chosen.state && (
        <input type="hidden" name="state" value={chosen.state} />
      )}
      <div className="heard-filters__search">
        <label className="govuk-label heard-filters__label" htmlFor="q">
          Search answers and files
        </label>
        <div className="heard-filters__search-row">
          <input
            className="govuk-input"
            id="q"
            name="q"
            type="search"
            defaultValue={chosen.q}
            autoComplete="off"
            aria-describedby="q-hint"
          />
          <Button kind="secondary">Search</Button>
        </div>
        <p className="govuk-hint heard-filters__hint" id="q-hint">
          Words, a “phrase in quotes” or a reference
        </p>
      </div>
      <a className="govuk-link heard-filters__show" href="#filters">
        Filter this list
      </a>
      <div className="heard-filters__fields" id="filters">
        <FilterSelect
          name="call"
          label="Call"
          any="All calls"
          {...{ options: calls, chosen: chosen.call }}
        />
        <FilterSelect
          name="assignee"
          label="Assigned to"
          any="Anyone or nobody"
          {...{ options: people, chosen: chosen.assignee }}
        />
        <FilterSelect
          name="tag"
          label="Tag"
          any="Any or none"
          {...{ options: tags, chosen: chosen.tag }}
        />
        <fieldset className="govuk-fieldset heard-filters__boxes">
          <legend className="govuk-visually-hidden">Only responses</legend>
          <FilterBox name="files" isChosen={chosen.hasFiles}>
            With files
          </FilterBox>
          <FilterBox name="flagged" isChosen={chosen.isFlagged}>
            Safeguarding
          </FilterBox>
        </fieldset>
        <Button kind="secondary">Apply filters</Button>
      </div>
    </form>
  );
}

type FilterSelectProps = {
  name: string;
  label: string;
  any: string;
  options: Option[];
  chosen: string | undefined;
};

function FilterSelect(props: FilterSelectProps) {
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

function FilterBox({ name, isChosen, children }: FilterBoxProps) {
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
