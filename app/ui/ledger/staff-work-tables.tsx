import { ScrolledTable } from "../codebook/scrolled-table.tsx";

type StaffWorkProps = {
  /** The person sees their own work and nobody else's. */
  isOwn: boolean;
  team: {
    kindLabels: string[];
    weekLabels: string[];
    rows: { name: string; kinds: string[]; weeks: string[] }[];
  };
};

/** Who did what, and decisions week by week. */
export function StaffWorkTables({ team, isOwn }: StaffWorkProps) {
  const { kindLabels, weekLabels, rows } = team;
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">
        {isOwn ? "Your work" : "Who did what"}
      </h2>
      <WorkTable
        caption="Work by person"
        columns={kindLabels}
        rows={rows.map(({ name, kinds }) => ({ name, cells: kinds }))}
      />
      <h3 className="govuk-heading-s">Decisions in the week from</h3>
      <WorkTable
        caption="Decisions by person and week"
        columns={weekLabels}
        rows={rows.map(({ name, weeks }) => ({ name, cells: weeks }))}
      />
    </>
  );
}

type WorkTableProps = {
  caption: string;
  columns: string[];
  rows: { name: string; cells: string[] }[];
};

function WorkTable({ caption, columns, rows }: WorkTableProps) {
  return (
    <ScrolledTable caption={caption}>
      <thead>
        <tr>
          <th scope="col" className="govuk-table__header">
            Person
          </th>
          {columns.map((column) => (
            <th
              scope="col"
              className="govuk-table__header govuk-table__header--numeric"
              key={column}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row" className="govuk-table__header">
              {name}
            </th>
            {cells.map((cell, at) => (
              <td
                className="govuk-table__cell govuk-table__cell--numeric"
                key={columns[at]}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}
