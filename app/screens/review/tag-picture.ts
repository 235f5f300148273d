import type { TagPicture } from "#app/domain/tagging/tag-picture.ts";
import type { TagTable } from "#app/domain/tagging/tables.server.ts";
import { describeTagTable } from "./tag-tables.ts";

/** What has room in a picture and is still read. */
const mostRows = 40;
const mostColumns = 8;
const indent = "– ";

/** The first tags that stand on anything, by the first kinds of respondents; as the table beside it shows them to others. */
export function describeTagPicture(table: TagTable): TagPicture {
  const shown = describeTagTable(table, "speaker", false);
  const columns = shown.columns.slice(0, mostColumns);
  const rows = shown.rows.slice(0, mostRows);
  const label = (at: number) => {
    const { name = "", depth = 0 } = rows[at] ?? {};
    const isTwice = rows.slice(0, at).some((row) => row.name === name);
    return `${indent.repeat(depth)}${name}${isTwice ? ` (${at + 1})` : ""}`;
  };
  const headOf = ({ label: kind, total }: { label: string; total: string }) =>
    `${kind} (${total})`;
  return {
    rows: rows.map((_, at) => label(at)),
    columns: columns.map(headOf),
    cells: rows.flatMap(({ cells }, at) =>
      columns.map((column, place) => {
        const { text = "", percent } = cells[place] ?? {};
        return {
          ...{ row: label(at), column: headOf(column) },
          text: percent ? `${text} (${percent}%)` : text,
          share: percent,
        };
      }),
    ),
  };
}
