import type { ReactNode } from "react";
import { Way } from "./carried-ways.tsx";
import { Said } from "./language.tsx";

export type SummaryRow = {
  id: string;
  label: string;
  value: ReactNode;
  /** Says less than an answer would: "Not provided". */
  isMuted?: boolean | undefined;
  /** What can be done about it. */
  actions?: { to: string; label: string }[] | undefined;
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
          <dt className="govuk-summary-list__key">
            <Said text={row.label} />
          </dt>
          <dd
            className={
              row.isMuted
                ? "govuk-summary-list__value heard-muted"
                : "govuk-summary-list__value"
            }
          >
            {row.value}
          </dd>
          <RowActions {...row} />
        </div>
      ))}
    </dl>
  );
}

function RowActions({ actions = [], label }: SummaryRow) {
  const links = actions.map((action) => (
    <Way className="govuk-link" to={action.to} key={action.to}>
      {action.label}
      <span className="govuk-visually-hidden"> {label}</span>
    </Way>
  ));
  if (links.length === 0) return null;
  return (
    <dd className="govuk-summary-list__actions">
      {links.length === 1 ? (
        links
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {links.map((link) => (
            <li
              className="govuk-summary-list__actions-list-item"
              key={link.key}
            >
              {link}
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}
