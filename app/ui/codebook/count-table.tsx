import { ScrolledTable } from "./scrolled-table.tsx";

type CountTableProps = {
  caption: string;
  columns: { key: string; label: string; total: string }[];
  rows: {
    tagId: number;
    name: string;
    depth: number;
    href: string;
    cells: { text: string; share: string; href: string | undefined }[];
  }[];
};

/** Tags against something: how many responses, and which share of the column. */
export function CountTable({ caption, columns, rows }: CountTableProps) {
  return (
    <ScrolledTable caption={caption}>
      <thead>
        <tr>
          <th scope="col" className="govuk-table__header">
            Tag
          </th>
          {columns.map(({ key, label }) => (
            <th
              scope="col"
              className="govuk-table__header govuk-table__header--numeric"
              key={key}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" className="govuk-table__header">
            All responses
          </th>
          {columns.map(({ key, total }) => (
            <td
              className="govuk-table__cell govuk-table__cell--numeric"
              key={key}
            >
              {total}
            </td>
          ))}
        </tr>
        {rows.map((row) => (
          <CountRow key={row.tagId} row={row} />
        ))}
      </tbody>
    </ScrolledTable>
  );
}

function CountRow({ row }: { row: CountTableProps["rows"][number] }) {
  return (
    <tr>
      <th
        scope="row"
        className={`govuk-table__header heard-tag-table__tag--${Math.min(row.depth, 3)}`}
      >
        <a className="govuk-link" href={row.href}>
          {row.name}
        </a>
      </th>
      {row.cells.map(({ text, share, href }, at) => (
        <td className="govuk-table__cell govuk-table__cell--numeric" key={at}>
          {href ? (
            <a className="govuk-link" href={href}>
              {text}
            </a>
          ) : (
            text
          )}
          {share !== "" && (
            <span className="heard-tag-table__own">{share}</span>
          )}
        </td>
      ))}
    </tr>
  );
}
