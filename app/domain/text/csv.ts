/*
 * Tables for spreadsheets: UTF-8 with a byte order mark and CRLF, which Excel
 * reads in any country, each cell in quotes, and no cell a formula.
 */

export const csvStart = "\uFEFF";

/** What a program may take for a formula, behind whatever blanks: ASCII and full width. */
const formula =
  /^(?=[\s\u00A0\u200B-\u200D\u2060\uFEFF]*[=+\-@|\t\r＝＋－＠])/u;
const inertFormula =
  /^'(?=[\s\u00A0\u200B-\u200D\u2060\uFEFF]*[=+\-@|＝＋－＠])/u;

/** A cell that no program reads as a formula, in none of its lines: a quote stands before what it would be. */
export function makeInert(cell: string): string {
  return cell
    .split(/\r\n?|\n/)
    .map((line) => line.replace(formula, "'"))
    .join("\n");
}

/** What such a cell was. */
export function readInert(cell: string): string {
  return cell
    .split("\n")
    .map((line) => line.replace(inertFormula, ""))
    .join("\n");
}

/** One row, its end included. */
export function writeCsvRow(cells: readonly string[]): string {
  const quoted = cells.map(
    (cell) => `"${makeInert(cell).replaceAll('"', '""')}"`,
  );
  return `${quoted.join(",")}\r\n`;
}
