import { StatusTag, type TagColour } from "../page-parts.tsx";
import { MarkedText } from "./marked-text.tsx";

export type QueueTableRow = {
  reference: string;
  href: string;
  excerpt: { text: string; isHit: boolean }[];
  isFlagged: boolean;
  /** The page where it is flagged; a second press there, so that nobody flags by a slip of the finger. */
  flagHref: string | undefined;
  /** Others that say the same, where this line stands for all. */
  same:
    | {
        words: string;
        href: string;
        decideWords: string;
        decideHref: string | undefined;
      }
    | undefined;
  /** Who speaks, as they said. */
  speaker: string | undefined;
  mayBeQuoted: boolean;
  facts: string[];
  /** The call, and the way it came in. */
  origin: string;
  tagNames: string[];
  receivedAt: string;
  receivedOn: string;
  /** Of one that asks for somebody's work. */
  waiting: string | undefined;
  /** It should have been read by now. */
  isOverdue: boolean;
  /** Left out where it is the state of the whole list. */
  state: { label: string; colour: TagColour } | undefined;
  assignee: string | null;
  reader: string | null;
};

type QueueTableProps = { caption: string; rows: QueueTableRow[] };

const columns = ["Response", "Received", "With", "Flag"];

/** A table on a desk, a list of cards on a narrow screen; the roles keep it a table to assistive technology in both. */
export function QueueTable({ caption, rows }: QueueTableProps) {
  return (
    <table className="govuk-table heard-queue" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead className="heard-queue__head" role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="heard-queue__rows" role="rowgroup">
        {rows.map((row) => (
          <QueueTableLine key={row.reference} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function QueueTableLine({ row }: { row: QueueTableRow }) {
  const flagged = row.isFlagged ? " heard-queue__row--flagged" : "";
  return (
    <tr role="row" className={`heard-queue__row${flagged}`}>
      <ResponseCell row={row} />
      <td role="cell" className="heard-queue__received">
        {row.waiting && (
          <span
            className={`heard-queue__waiting${row.isOverdue ? " heard-queue__warning" : ""}`}
          >
            {row.waiting}
          </span>
        )}{" "}
        <time className="heard-queue__minor" dateTime={row.receivedAt}>
          {row.receivedOn}
        </time>
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
  const isHit = row.excerpt.some((part) => part.isHit);
  return (
    <th scope="row" role="rowheader" className="heard-queue__response">
      <a
        className={`govuk-link heard-queue__link heard-queue__${isHit ? "hits" : "excerpt"}`}
        href={row.href}
        data-list-row
      >
        <span dir="auto">
          <MarkedText parts={row.excerpt} />
        </span>
        <span className="govuk-visually-hidden">, {row.reference}</span>
      </a>
      <Facts row={row} />
    </th>
  );
}

/** What helps to choose, the most telling first; what does not fit on a desk is cut at its end. */
function Facts({ row }: { row: QueueTableRow }) {
  return (
    <span className="heard-queue__facts">
      {row.isFlagged && <StatusTag colour="red">Safeguarding</StatusTag>}
      {row.state && (
        <StatusTag colour={row.state.colour}>{row.state.label}</StatusTag>
      )}
      {row.same && <SameWords reference={row.reference} same={row.same} />}
      {row.speaker && (
        <span className="heard-queue__speaker">{row.speaker}</span>
      )}
      {!row.mayBeQuoted && (
        <span className="heard-queue__warning">Do not quote</span>
      )}
      {row.facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <span className="heard-queue__minor">{row.reference}</span>
      <span className="heard-queue__minor">{row.origin}</span>
      {row.tagNames.length > 0 && (
        <span className="heard-queue__tags">
          <span className="govuk-visually-hidden">Tags: </span>
          {row.tagNames.join(", ")}
        </span>
      )}
    </span>
  );
}

type SameWordsProps = {
  reference: string;
  same: NonNullable<QueueTableRow["same"]>;
};

function SameWords({ reference, same }: SameWordsProps) {
  const asWhich = (
    <span className="govuk-visually-hidden"> as {reference}</span>
  );
  return (
    <>
      <a className="govuk-link" href={same.href}>
        {same.words}
        {asWhich}
      </a>
      {same.decideHref && (
        <a className="govuk-link" href={same.decideHref}>
          {same.decideWords}
          {asWhich}
        </a>
      )}
    </>
  );
}
