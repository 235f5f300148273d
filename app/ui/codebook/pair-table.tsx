import { ScrolledTable } from "./scrolled-table.tsx";

type Link = { name: string; href: string };

type PairTableProps = {
  caption: string;
  pairs: {
    key: string;
    one: Link;
    other: Link;
    responses: string;
    overlaps: string;
    href: string;
  }[];
};

/** Two tags that stand on the same responses. */
export function PairTable({ caption, pairs }: PairTableProps) {
  const numeric = "govuk-table__header govuk-table__header--numeric";
  return (
    <ScrolledTable caption={caption}>
      <thead>
        <tr>
          <th scope="col" className="govuk-table__header">
            Tag
          </th>
          <th scope="col" className="govuk-table__header">
            Together with
          </th>
          <th scope="col" className={numeric}>
            Responses
          </th>
          <th scope="col" className={numeric}>
            Passages that overlap
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ key, one, other, responses, overlaps, href }) => (
          <tr key={key}>
            <th scope="row" className="govuk-table__header">
              <a className="govuk-link" href={one.href}>
                {one.name}
              </a>
            </th>
            <td className="govuk-table__cell">
              <a className="govuk-link" href={other.href}>
                {other.name}
              </a>
            </td>
            <td className="govuk-table__cell govuk-table__cell--numeric">
              <a className="govuk-link" href={href}>
                {responses}
              </a>
            </td>
            <td className="govuk-table__cell govuk-table__cell--numeric">
              {overlaps}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}
