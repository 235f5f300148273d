import { parse } from "csv-parse/sync";

/** A row with the line of the text on which it ends. */
export type CsvTableRow = { record: string[]; info: { lines: number } };

/**
 * A whole table out of a text that is short enough to be held, its heading the
 * first row; parted by semicolons where its heading is. Undefined where it cannot be read.
 *
 * @param mostRows below the heading; of more, one more is read and no other: a
 *   row of nothing costs as much as any, and a million signs hold 200,000 of them
 */
export function parseCsvTable(
  text: string,
  mostRows = 20_000,
): CsvTableRow[] | undefined {
  const [firstLine = ""] = text.split("\n", 1);
  const delimiter =
    firstLine.includes(";") && !firstLine.includes(",") ? ";" : ",";
  try {
    return parse(text.replaceAll("\r\n", "\n"), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: mostRows + 2,
      delimiter,
    }) as unknown as CsvTableRow[];
  } catch {
    return undefined;
  }
}
