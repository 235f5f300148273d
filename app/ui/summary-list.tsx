import type { ReactNode } from "react";

export type SummaryRow = {
  id: string;
  label: string;
  value: ReactNode;
  /** Says less than an answer would: "Not provided". */
  isMuted?: boolean | undefined;
  change?: { to: string; label: string } | undefined;
};

type SummaryListProps = {
  rows: SummaryRow[];
  /** Answers are long: the question stands above its answer instead of beside it. */
  isStacked?: boolean;
};

/** "Check your answers", and whatever else is a list of names and values. */
export function SummaryList({ rows, isStacked }: SummaryListProps) {
  return (
    <dl
      className={
        isStacked
          ? "govuk-summary-list heard-summary-list--stacked"
          : "govuk-summary-list"
      }
    >
      {rows.map((row) => (
        <div className="govuk-summary-list__row" key={row.id} id={row.id}>
          <dt className="govuk-summary-list__key">{row.label}</dt>
          <dd
            className={
              row.isMuted
                ? "govuk-summary-list__value heard-muted"
                : "govuk-summary-list__value"
            }
          >
            {row.value}
          </dd>
          {row.change && (
            <dd className="govuk-summary-list__actions">
              <a className="govuk-link" href={row.change.to}>
                {row.change.label}
                <span className="govuk-visually-hidden"> {row.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
