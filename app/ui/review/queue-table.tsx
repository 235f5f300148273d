import { StatusTag, type TagColour } from "../page-parts.tsx";
import { MarkedText } from "./marked-text.tsx";

export type QueueTableRow = {
  reference: string;
  href: string;
  excerpt: { text: string; isHit: boolean }[];
  isFlagged: boolean;
  /** The page where it is flagged; a second press there, so that nobody flags by a slip of the finger. */
  flagHref: string | undefined;
  tagNames: string[];
  receivedAt: string;
  receivedOn: string;
  channel: string;
  callTitle: string;
  state: { label: string; colour: TagColour };
  assignee: string | null;
  reader: string | null;
  words: string;
  files: string | undefined;
};

type QueueTableProps = { caption: string; rows: QueueTableRow[] };

const columns = ["Response", "Received", "State", "With", "Length"];

/** A table on a desk, a list of cards on a phone; the roles keep it a table to assistive technology in both. */
export function QueueTable({ caption, rows }: QueueTableProps) {
  return (
    <table className="govuk-table heard-queue" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead className="heard-queue__head" role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              role="columnheader"
              className="govuk-table__header"
            >
              {column}
            </th>
          ))}
          <th scope="col" role="columnheader" className="govuk-table__header">
            <span className="govuk-visually-hidden">Flag</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <QueueTableLine key={row.reference} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function QueueTableLine({ row }: { row: QueueTableRow }) {
  return (
    <tr
      role="row"
      className={
        row.isFlagged
          ? "heard-queue__row heard-queue__row--flagged"
          : "heard-queue__row"
      }
    >
      <ResponseCell row={row} />
      <td role="cell" className="heard-queue__received">
        <time dateTime={row.receivedAt}>{row.receivedOn}</time>{" "}
        <span className="heard-queue__minor">{row.channel}</span>
      </td>
      <td role="cell" className="heard-queue__state">
        <StatusTag colour={row.state.colour}>{row.state.label}</StatusTag>
      </td>
      <td role="cell" className="heard-queue__with">
        {row.assignee && <span>{row.assignee}</span>}{" "}
        {row.reader && (
          <span className="heard-queue__minor">
            {row.reader === "You"
              ? "You are reading it"
              : `${row.reader} is reading it`}
          </span>
        )}
      </td>
      <td role="cell" className="heard-queue__length">
        {row.words} <span className="heard-queue__minor">{row.files}</span>
      </td>
      <td role="cell" className="heard-queue__more">
        {row.flagHref && (
          <a className="govuk-link" href={row.flagHref}>
            Flag<span className="govuk-visually-hidden"> {row.reference}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

function ResponseCell({ row }: { row: QueueTableRow }) {
  return (
    <th scope="row" role="rowheader" className="heard-queue__response">
      <a className="govuk-link heard-queue__reference" href={row.href}>
        {row.reference}
      </a>{" "}
      {row.isFlagged && <StatusTag colour="red">Safeguarding</StatusTag>}
      <span className="heard-queue__call">{row.callTitle}</span>
      <span
        className={
          row.excerpt.some((part) => part.isHit)
            ? "heard-queue__hits"
            : "heard-queue__excerpt"
        }
      >
        <MarkedText parts={row.excerpt} />
      </span>
      {row.tagNames.length > 0 && (
        <span className="heard-queue__tags">
          <span className="govuk-visually-hidden">Tags: </span>
          {row.tagNames.join(", ")}
        </span>
      )}
    </th>
  );
}
