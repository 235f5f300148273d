const places = [
  { anchor: "tags", label: "Tags" },
  { anchor: "passages", label: "Passages" },
  { anchor: "triage", label: "Decision" },
  { anchor: "notes", label: "Notes" },
  { anchor: "history", label: "History" },
];

/** The parts of the work beside a response: some of them are long. */
export function WorkNavigation() {
  return (
    <nav className="heard-work-navigation" aria-label="Work on this response">
      <ul className="heard-work-navigation__list">
        {places.map(({ anchor, label }) => (
          <li key={anchor}>
            <a className="govuk-link" href={`#${anchor}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
