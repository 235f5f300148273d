import { StatusTag, type TagColour } from "../page-parts.tsx";

export type CallLine = {
  slug: string;
  href: string;
  title: string;
  standing: string;
  colour: TagColour;
  opens: string;
  closes: string;
  responses: string;
  underWay: string;
  version: string;
  languages: string;
};

const columns = [
  "Call",
  "State",
  "Opens",
  "Closes",
  "Words",
  "Responses",
  "Not sent yet",
];

/** The calls with how each stands: rows on a desk, cards on a phone. */
export function CallList({ calls }: { calls: CallLine[] }) {
  if (calls.length === 0)
    return <p className="govuk-body">There is no call yet.</p>;
  return (
    <table className="govuk-table heard-people" role="table">
      <caption className="govuk-visually-hidden">All calls</caption>
      <thead role="rowgroup" className="heard-people__head">
        <tr role="row">
          {columns.map((label) => (
            <th
              scope="col"
              role="columnheader"
              className="govuk-table__header"
              key={label}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {calls.map((call) => (
          <CallRow key={call.slug} call={call} />
        ))}
      </tbody>
    </table>
  );
}

function CallRow({ call }: { call: CallLine }) {
  const cells = [
    ["Opens", call.opens],
    ["Closes", call.closes],
    ["Words", `${call.version}, ${call.languages}`],
    ["Responses", call.responses],
    ["Not sent yet", call.underWay],
  ];
  return (
    <tr role="row" className="heard-people__row">
      <th
        scope="row"
        role="rowheader"
        className="govuk-table__header heard-people__name"
      >
        <a className="govuk-link" href={call.href}>
          {call.title}
        </a>
      </th>
      <td role="cell" className="govuk-table__cell">
        <StatusTag colour={call.colour}>{call.standing}</StatusTag>
      </td>
      {cells.map(([label, text]) => (
        <td
          role="cell"
          data-label={label}
          className="govuk-table__cell"
          key={label}
        >
          {text}
        </td>
      ))}
    </tr>
  );
}
