/** How a text is typed. */
export function ProseHelp() {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Headings, lists, links and bold
        </span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">
          An empty line begins a new paragraph. A line can begin with:
        </p>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            <code>## </code> for a heading, <code>### </code> for a smaller one
          </li>
          <li>
            <code>- </code> for a point in a list, <code>1. </code> for a
            numbered one
          </li>
        </ul>
        <p className="govuk-body">
          <code>**words**</code> are bold, and{" "}
          <code>[words](https://www.example.org)</code> are a link. Addresses
          begin with https, mailto or tel, or with a slash for a page of this
          portal. Everything else stands as you typed it.
        </p>
      </div>
    </details>
  );
}
