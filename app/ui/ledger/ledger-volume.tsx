import { CountsTable } from "./counts-table.tsx";

type LedgerVolumeProps = {
  picture: string;
  weeks: { key: string; label: string; countText: string }[];
  channels: { key: string; label: string; countText: string; href: string }[];
};

const small = "govuk-table__caption--s";

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
          <CountsTable
            caption={{ text: "What came in by week", className: small }}
            first="Week from"
            rows={weeks}
          />
        </div>
      </details>
      <CountsTable
        caption={{ text: "By which way they came", className: small }}
        first="Way"
        rows={channels}
      />
    </>
  );
}
