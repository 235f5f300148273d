type LedgerVolumeProps = {
  picture: string;
  weeks: { key: string; label: string; count: string }[];
  channels: { label: string; count: string; href: string }[];
};

/** What came in over time and by which way. */
export function LedgerVolume({ picture, weeks, channels }: LedgerVolumeProps) {
  if (weeks.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">When they came in</h2>
      <img
        className="heard-ledger-volume"
        src={picture}
        width={720}
        height={260}
        alt="How many came in over time, with a line where a call closes. The table below has the numbers."
      />
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            The numbers, by week
          </span>
        </summary>
        <div className="govuk-details__text">
          <CountRows
            caption="What came in by week"
            first="Week from"
            rows={weeks}
          />
        </div>
      </details>
      <CountRows
        caption="By which way they came"
        first="Way"
        rows={channels.map((one) => ({ ...one, key: one.label }))}
      />
    </>
  );
}

type CountRowsProps = {
  caption: string;
  first: string;
  rows: { key: string; label: string; count: string; href?: string }[];
};

function CountRows({ caption, first, rows }: CountRowsProps) {
  return (
    <table className="govuk-table heard-ledger-table">
      <caption className="govuk-table__caption govuk-table__caption--s">
        {caption}
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
        {rows.map(({ key, label, count, href }) => (
          <tr key={key}>
            <th scope="row" className="govuk-table__header">
              {href ? (
                <a className="govuk-link" href={href}>
                  {label}
                </a>
              ) : (
                label
              )}
            </th>
            <td className="govuk-table__cell govuk-table__cell--numeric">
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
