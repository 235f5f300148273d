import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { count, list, search, searchCount } from "../database.server.ts";

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const q = searchParams.get("q") ?? "";
  if (q !== "") {
    const match = `"${q.replaceAll('"', '""')}"`;
    const total = searchCount.get(match)?.n ?? 0;
    return json({ rows: search.all(match), total, q });
  }
  const page = Number(searchParams.get("page") ?? 1);
  return json({
    rows: list.all((page - 1) * 50),
    total: count.get()?.n ?? 0,
    q,
  });
}

const columns = [
  "Reference",
  "Received",
  "Name",
  "Organisation",
  "As",
  "Status",
  "Extract",
];

export default function Queue() {
  const { rows, total, q } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Responses</h1>
      <form method="get">
        <input className="govuk-input" name="q" defaultValue={q} />
        <button className="govuk-button">Search</button>
      </form>
      <p className="govuk-body">{total} responses</p>
      <table className="govuk-table">
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <th scope="col" className="govuk-table__header" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => (
            <tr className="govuk-table__row" key={row.id}>
              <th scope="row" className="govuk-table__header">
                <a className="govuk-link" href={`/queue/${row.id}`}>
                  {row.reference}
                </a>
              </th>
              <td className="govuk-table__cell">
                {new Date(row.created_at).toISOString().slice(0, 16)}
              </td>
              <td className="govuk-table__cell">{row.name}</td>
              <td className="govuk-table__cell">{row.organisation}</td>
              <td className="govuk-table__cell">{row.respond_as}</td>
              <td className="govuk-table__cell">
                <strong className="govuk-tag">{row.status}</strong>
              </td>
              <td className="govuk-table__cell">{row.extract}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
