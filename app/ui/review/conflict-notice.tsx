import type { ReactNode } from "react";
import { HistoryList } from "./history-list.tsx";

/** One thing in which the two sides can differ, in words: a state, a name, a list of tags. */
export type ConflictRow = { label: string; mine: string; saved: string };

type ConflictNoticeProps = {
  /** Who saved last; undefined where it was not a person. */
  changedBy?: string | undefined;
  /** When, in words: "3 Mar 2021, 10:42am". */
  changedAt?: string | undefined;
  /** What was changed, after "changed". */
  subject?: string;
  rows: ConflictRow[];
  /** Everything that was saved in between, oldest first. */
  changes?: { at: string; when: string; who: string; what: string }[];
  /** The address of the response as it is saved now. */
  keepHref: string;
  /** The form, filled in with what was not saved and carrying the new row version. */
  children: ReactNode;
};

/** Both sides of a save that came too late, and a form that loses nothing of it. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { changedBy, changedAt, rows, keepHref, children } = props;
  const { subject = "this response" } = props;
  return (
    <>
      <div className="govuk-error-summary">
        <div role="alert">
          <h2 className="govuk-error-summary__title">
            Your changes are not saved yet
          </h2>
          <div className="govuk-error-summary__body">
            <p className="govuk-body">
              {changedBy ?? "Somebody"} changed {subject} after you opened it
              {changedAt && ` (${changedAt})`}. Compare both sides, then save
              yours over it or leave it as it is.
            </p>
          </div>
        </div>
      </div>
      <ConflictTable rows={rows} />
      {props.changes && props.changes.length > 0 && (
        <>
          <h2 className="govuk-heading-s">What was saved in between</h2>
          <HistoryList lines={props.changes} />
        </>
      )}
      {children}
      <p className="govuk-body">
        <a className="govuk-link" href={keepHref}>
          Leave it as it is saved now
        </a>
      </p>
    </>
  );
}

function ConflictTable({ rows }: { rows: ConflictRow[] }) {
  return (
    <table className="govuk-table heard-conflict">
      <caption className="govuk-table__caption govuk-table__caption--s">
        What differs
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <td className="govuk-table__cell" />
          <th scope="col" className="govuk-table__header">
            What you were about to save
          </th>
          <th scope="col" className="govuk-table__header">
            What is saved now
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr className="govuk-table__row" key={row.label}>
            <th scope="row" className="govuk-table__header">
              {row.label}
            </th>
            <td className="govuk-table__cell" data-side="Yours">
              {row.mine}
            </td>
            <td className="govuk-table__cell" data-side="Saved now">
              {row.mine === row.saved ? (
                row.saved
              ) : (
                <strong>{row.saved}</strong>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
