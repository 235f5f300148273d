type LedgerTableProps = {
  sumText: string;
  places: {
    key: string;
    label: string;
    meaning: string;
    countText: string;
    href: string | undefined;
  }[];
};

/** Where each response stands, each in one place; the last line is their sum. */
export function LedgerTable({ places, sumText }: LedgerTableProps) {
  const numeric = "govuk-table__cell govuk-table__cell--numeric";
  return (
    <table className="govuk-table heard-ledger-table">
      <caption className="govuk-table__caption govuk-visually-hidden">
        Where each response stands
      </caption>
      <thead>
        <tr>
          <th scope="col" className="govuk-table__header">
            Place
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
        {places.map(({ key, label, meaning, countText, href }) => (
          <tr key={key}>
            <th scope="row" className="govuk-table__header">
              {href ? (
                <a className="govuk-link" href={href}>
                  {label}
                </a>
              ) : (
                label
              )}
              <span className="heard-ledger-table__meaning">{meaning}</span>
            </th>
            <td className={numeric}>{countText}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="govuk-table__header">
            All that came in
          </th>
          <td className={`${numeric} govuk-!-font-weight-bold`}>{sumText}</td>
        </tr>
      </tfoot>
    </table>
  );
}
