export type PersonLine = {
  staffId: string;
  name: string;
  href: string;
  isOwn: boolean;
  role: string;
  lastSeen: string;
  secondStep: string;
  claims: number;
  assigned: number;
  leftOn: string | undefined;
};

type PeopleTableProps = { caption: string; people: PersonLine[] };

/** People with what they have in hand: rows on a desk, cards on a phone. */
export function PeopleTable({ caption, people }: PeopleTableProps) {
  return (
    <table className="govuk-table heard-people" role="table">
      <caption className="govuk-table__caption govuk-table__caption--m">
        {caption}
      </caption>
      <thead role="rowgroup" className="heard-people__head">
        <tr role="row">
          {["Name", "Role", "Last seen", "Second step"].map((label) => (
            <th
              scope="col"
              role="columnheader"
              className="govuk-table__header"
              key={label}
            >
              {label}
            </th>
          ))}
          {["Reading now", "Assigned"].map((label) => (
            <th
              scope="col"
              role="columnheader"
              className="govuk-table__header govuk-table__header--numeric"
              key={label}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {people.map((person) => (
          <PersonRow key={person.staffId} person={person} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person }: { person: PersonLine }) {
  const { name, href, isOwn, role, lastSeen, secondStep, leftOn } = person;
  return (
    <tr role="row" className="heard-people__row">
      <th
        scope="row"
        role="rowheader"
        className="govuk-table__header heard-people__name"
      >
        <a className="govuk-link" href={href}>
          {name}
        </a>
        {isOwn && <span className="heard-people__quiet"> (you)</span>}
        {leftOn && (
          <span className="heard-people__quiet"> left on {leftOn}</span>
        )}
      </th>
      <Cell label="Role">{role}</Cell>
      <Cell label="Last seen">{lastSeen}</Cell>
      <Cell label="Second step">{secondStep}</Cell>
      <Cell label="Reading now" isNumber>
        {person.claims}
      </Cell>
      <Cell label="Assigned" isNumber>
        {person.assigned}
      </Cell>
    </tr>
  );
}

type CellProps = {
  label: string;
  isNumber?: boolean;
  children: string | number;
};

function Cell({ label, isNumber = false, children }: CellProps) {
  return (
    <td
      role="cell"
      data-label={label}
      className={
        isNumber
          ? "govuk-table__cell govuk-table__cell--numeric"
          : "govuk-table__cell"
      }
    >
      {children}
    </td>
  );
}
