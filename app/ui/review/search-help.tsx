export type SearchExample = { q: string; finds: string; href: string };

export type SearchProblem = {
  text: string;
  /** The search as it was likely meant. */
  correction: { label: string; href: string } | undefined;
};

/** Searches to learn from; each is a link that does what it says. */
export function HowToSearch({ examples }: { examples: SearchExample[] }) {
  return (
    <details className="heard-filters__details">
      <summary className="heard-filters__summary">How to search</summary>
      <dl className="heard-filters__examples">
        {examples.map(({ q, finds, href }) => (
          <div key={q}>
            <dt>
              <a className="govuk-link" href={href}>
                {q}
              </a>
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
      <p className="govuk-body-s" data-list-keys hidden>
        Keys: <kbd>j</kbd> and <kbd>k</kbd> go along the list, <kbd>/</kbd> to
        the search. They are switched off under “Keys” on a response’s page.
      </p>
    </details>
  );
}

/** What could not be read of a search, each with the search as it was likely meant. */
export function SearchProblems({ problems }: { problems: SearchProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="heard-filters__problems" id="q-problems">
      {problems.map(({ text, correction }) => (
        <li key={text}>
          {text}
          {correction && (
            <>
              {" "}
              Did you mean{" "}
              <a className="govuk-link" href={correction.href}>
                {correction.label}
              </a>
              ?
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
