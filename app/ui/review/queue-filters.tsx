import { queueAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";
import { FilterBox, FilterSelect } from "./filter-fields.tsx";
import {
  HowToSearch,
  type SearchExample,
  type SearchProblem,
  SearchProblems,
} from "./search-help.tsx";
import { type QueueViews, SavedViews } from "./saved-views.tsx";

type Option = { value: string; label: string };
type QueueFiltersProps = {
  calls: Option[];
  people: Option[];
  tags: Option[];
  sorts: (Option & { isChosen: boolean })[];
  problems: SearchProblem[];
  views: QueueViews;
  examples: SearchExample[];
  /** What a search can be completed with, for the script that does so. */
  completions: Completions;
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

/** Keys with what each finds, and the values of those that have a list of them. */
export type Completions = {
  keys: { key: string; finds: string }[];
  values: Record<string, string[]>;
  /** With `{count}` where the number goes; the number 0 and 1 have words of their own. */
  words: { none: string; one: string; many: string };
};

/** A form that only reads: its answer has an address, and works without JavaScript. */
export function QueueFilters(props: QueueFiltersProps) {
  const { chosen, completions } = props;
  return (
    <form
      className="heard-filters"
      method="get"
      action={queueAddress()}
      role="search"
      aria-label="Queue"
      data-heard-completions={JSON.stringify(completions)}
    >
      {chosen.state && (
        <input type="hidden" name="state" value={chosen.state} />
      )}
      <SearchBox q={chosen.q} hasProblems={props.problems.length > 0} />
      <OrderChoice sorts={props.sorts} />
      <SavedViews {...props.views} />
      <MoreFilters {...props} />
      <HowToSearch examples={props.examples} />
      <SearchProblems problems={props.problems} />
    </form>
  );
}

function SearchBox({ q, hasProblems }: { q: string; hasProblems: boolean }) {
  return (
    <div className="heard-filters__search">
      <label className="govuk-visually-hidden" htmlFor="q">
        Search answers, files and notes
      </label>
      <input
        className="govuk-input"
        id="q"
        name="q"
        type="search"
        defaultValue={q}
        placeholder="Search answers, files and notes"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={hasProblems ? "q-problems" : undefined}
      />
      <Button kind="secondary">Search</Button>
    </div>
  );
}

function OrderChoice({ sorts }: Pick<QueueFiltersProps, "sorts">) {
  const chosen = sorts.find(({ isChosen }) => isChosen);
  return (
    <div className="heard-filters__order">
      <label className="govuk-label heard-filters__label" htmlFor="sort">
        Order
      </label>
      <select
        className="govuk-select"
        id="sort"
        name="sort"
        defaultValue={chosen?.value}
      >
        {sorts.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function MoreFilters({ calls, people, tags, chosen }: QueueFiltersProps) {
  const used = [
    ...[chosen.call, chosen.assignee, chosen.tag],
    ...[chosen.hasFiles, chosen.isFlagged],
  ].filter(Boolean).length;
  return (
    <details className="heard-filters__details">
      <summary className="heard-filters__summary">
        Filters{used > 0 && ` (${used})`}
      </summary>
      <div className="heard-filters__fields">
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
    </details>
  );
}
