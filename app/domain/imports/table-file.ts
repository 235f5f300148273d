/*
 * What is taken of a table that somebody uploads. A larger one goes in by the
 * command, which reads a file of any length.
 */

export const maxTableBytes = 20_000_000;
export const maxTableRows = 50_000;
export const maxTableColumns = 200;
/** Of one cell; a response is no longer. */
export const maxCellCharacters = 200_000;

export type TableRow = { line: number; cells: string[] };

/** What whoever uploaded it should know before they go on. */
export type TableNotice =
  | { kind: "mended"; count: number }
  | { kind: "doubly-encoded"; count: number }
  | { kind: "unreadable-characters"; count: number }
  | { kind: "blank-rows"; count: number }
  | { kind: "other-sheets"; sheet: string; count: number }
  | { kind: "merged-cells"; count: number }
  | { kind: "days-from-1904" }
  | { kind: "headings-made"; headings: string[] };

export type Table = {
  headings: string[];
  rows: TableRow[];
  notices: TableNotice[];
};

export type TableFault =
  | { reason: "empty" }
  | { reason: "only-heading" }
  | { reason: "quote-not-closed" | "quote-misplaced"; line: number }
  | { reason: "too-many-rows" | "too-many-columns"; most: number }
  | { reason: "cell-too-long"; line: number; most: number }
  | { reason: "no-such-sheet"; sheets: string[] }
  | {
      reason: "locked" | "too-big" | "not-workbook" | "not-table" | "old-excel";
    };

export type TableOutcome =
  { ok: true; table: Table } | ({ ok: false } & TableFault);

/** Thrown while rows are read, and told as a value by whoever reads them. */
export class TableError extends Error {
  override name = "TableError";

  constructor(readonly fault: TableFault) {
    super(fault.reason);
  }
}

/**
 * Makes rows into a table: blank ones are left out and counted, the first of
 * the others has the headings, each of which gets a name of its own.
 */
export async function collectTable(
  found: AsyncIterable<TableRow>,
  notices: TableNotice[],
  { padsRows }: { padsRows: boolean },
): Promise<Table> {
  let headings: string[] | undefined;
  let blankCount = 0;
  const rows: TableRow[] = [];
  for await (const row of found) {
    const cells = trimEnd(row.cells);
    if (cells.length === 0) {
      blankCount += 1;
      continue;
    }
    refuseLargeCells(row.line, cells);
    if (!headings) {
      headings = nameHeadings(cells, notices);
      continue;
    }
    if (rows.length === maxTableRows)
      throw new TableError({ reason: "too-many-rows", most: maxTableRows });
    const width = padsRows ? headings.length : row.cells.length;
    rows.push({ line: row.line, cells: fitTo(cells, width, headings.length) });
  }
  if (!headings) throw new TableError({ reason: "empty" });
  if (rows.length === 0) throw new TableError({ reason: "only-heading" });
  if (blankCount > 0) notices.push({ kind: "blank-rows", count: blankCount });
  return { headings, rows, notices };
}

function trimEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1);
}

/** Blank cells beyond the headings are nothing; words there are for the check to refuse. */
function fitTo(cells: string[], width: number, headingCount: number) {
  const least = Math.min(width, headingCount);
  const missing = Math.max(0, least - cells.length);
  return [...cells, ...Array.from({ length: missing }, () => "")];
}

function refuseLargeCells(line: number, cells: string[]) {
  if (cells.length > maxTableColumns)
    throw new TableError({ reason: "too-many-columns", most: maxTableColumns });
  if (cells.some((cell) => cell.length > maxCellCharacters)) {
    const most = maxCellCharacters;
    throw new TableError({ reason: "cell-too-long", line, most });
  }
}

const maxHeadingCharacters = 200;

function nameHeadings(cells: string[], notices: TableNotice[]): string[] {
  const made: string[] = [];
  const taken = new Set<string>();
  const headings = cells.map((cell, at) => {
    const words = cell.trim().replace(/\s+/g, " ");
    const asked = words.slice(0, maxHeadingCharacters) || `Column ${at + 1}`;
    let name = asked;
    for (let next = 2; taken.has(name); next += 1) name = `${asked} (${next})`;
    taken.add(name);
    if (name !== words) made.push(name);
    return name;
  });
  if (made.length > 0) notices.push({ kind: "headings-made", headings: made });
  return headings;
}
