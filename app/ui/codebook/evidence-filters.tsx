import { Button } from "../button.tsx";
import {
  FilterBox,
  FilterSelect,
  type FilterSelectProps,
} from "../review/filter-fields.tsx";

type EvidenceFiltersProps = {
  /** The list's own address, without a filter. */
  action: string;
  words: string;
  isOwnOnly: boolean;
  hasParts: boolean;
  selects: FilterSelectProps[];
};

/** A form that only reads: what it asks for has an address, and works without JavaScript. */
export function EvidenceFilters(props: EvidenceFiltersProps) {
  const { action, words, isOwnOnly, hasParts, selects } = props;
  const useful = selects.filter(({ options }) => options.length > 0);
  return (
    <form
      className="heard-filters heard-no-print"
      method="get"
      action={action}
      role="search"
      aria-label="What is tagged"
    >
      <div className="heard-filters__search heard-filters__search--labelled">
        <label className="govuk-label heard-filters__label" htmlFor="words">
          Words in passages and memos
        </label>
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
      <div className="heard-filters__fields">
        {useful.map((field) => (
          <FilterSelect key={field.name} {...field} />
        ))}
        {hasParts && (
          <div className="heard-filters__boxes">
            <FilterBox name="own" isChosen={isOwnOnly}>
              Without its parts
            </FilterBox>
          </div>
        )}
        <Button kind="secondary">Apply filters</Button>
      </div>
    </form>
  );
}
