type EqualityTotalsProps = {
  questions: {
    id: string;
    label: string;
    rows: { value: string; label: string; count: string }[];
  }[];
};

export function EqualityTotals({ questions }: EqualityTotalsProps) {
  return questions.map(({ id, label, rows }) => (
    <table className="govuk-table" key={id}>
      <caption className="govuk-table__caption govuk-table__caption--m">
        {label}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            Answer
          </th>
          <th
            scope="col"
            className="govuk-table__header govuk-table__header--numeric"
          >
            People, to the nearest 5
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr className="govuk-table__row" key={row.value}>
            <th scope="row" className="govuk-table__header">
              {row.label}
            </th>
            <td className="govuk-table__cell govuk-table__cell--numeric">
              {row.count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}
