type CountsTableProps = {
  caption: { text: string; className: string };
  /** What stands in the first column. */
  first: string;
  rows: {
    key: string;
    label: string;
    meaning?: string;
    countText: string;
    href?: string | undefined;
  }[];
  sum?: { label: string; countText: string };
};

const numeric = "govuk-table__cell govuk-table__cell--numeric";

/** How many responses there are of each kind, where there is a list of them with its link. */
export function CountsTable({ caption, first, rows, sum }: CountsTableProps) {
  return (
    <table className="govuk-table heard-ledger-table">
      <caption className={`govuk-table__caption ${caption.className}`}>
        {caption.text}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="govuk-table__header">
            {first}
          </th>
          <th
            scope="col"
            className="govuk-table__header govuk-table__header--numeric"
          >
            Responses
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, meaning, countText, href }) => (
          <tr key={key}>
            <th scope="row" className="govuk-table__header">
              {href ? (
                <a className="govuk-link" href={href}>
                  {label}
                </a>
              ) : (
                label
              )}
              {meaning && (
                <span className="heard-ledger-table__meaning">{meaning}</span>
              )}
            </th>
            <td className={numeric}>{countText}</td>
          </tr>
        ))}
      </tbody>
      {sum && (
        <tfoot>
          <tr>
            <th scope="row" className="govuk-table__header">
              {sum.label}
            </th>
            <td className={`${numeric} govuk-!-font-weight-bold`}>
              {sum.countText}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
