import { ScrolledTable } from "../codebook/scrolled-table.tsx";

const shownCharacters = 120;
const shorten = (cell: string) =>
  cell.length > shownCharacters
    ? `${Array.from(cell.slice(0, shownCharacters)).slice(0, -1).join("")}…`
    : cell;

/** The beginning of a table, as it was read. */
export function FirstRows(props: { headings: string[]; rows: string[][] }) {
  const { headings, rows } = props;
  return (
    <ScrolledTable caption="First rows of the file">
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {headings.map((heading) => (
            <th className="govuk-table__header" scope="col" key={heading}>
              <bdi>{heading}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((cells, row) => (
          <tr className="govuk-table__row" key={`row-${row + 1}`}>
            {headings.map((heading, at) => (
              <td
                className="govuk-table__cell heard-first-rows__cell"
                dir="auto"
                key={heading}
              >
                {shorten(cells[at] ?? "")}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}
