import { streamXlsxRows } from "hucre/xlsx";
import { readWorkbookParts } from "../files/workbooks.server.ts";
import {
  collectTable,
  maxTableRows,
  type Table,
  TableError,
  type TableNotice,
  type TableRow,
} from "./table-file.ts";

/**
 * Reads one sheet of an XLSX: what formulas came to when it was saved, dates
 * as `2026-05-31`. Of merged cells the first has what is written in them.
 *
 * @param wanted the name of the sheet; empty for the first.
 * @throws {TableError} where it is locked, too large unpacked, no workbook, or has no such sheet.
 */
export async function readWorkbook(
  bytes: Buffer,
  wanted: string,
): Promise<Table> {
  const read = await readWorkbookParts(bytes);
  if (!read.ok) throw new TableError({ reason: read.reason });
  const workbook = read.parts.get("xl/workbook.xml")?.toString("utf8") ?? "";
  const sheets = sheetsOf(workbook);
  const key = keyOf(wanted);
  const place =
    key === "" ? 0 : sheets.findIndex(({ name }) => keyOf(name) === key);
  const sheet = sheets[place];
  if (place < 0)
    throw new TableError({
      reason: "no-such-sheet",
      sheets: sheets.map(({ name }) => name),
    });
  const notices = [
    ...noticeSheets(sheet, sheets),
    ...noticeMerges(read.parts, sheet),
    ...noticeEpoch(workbook),
  ];
  return collectTable(readRows(bytes, place), notices, { padsRows: true });
}

/** A sheet by the name on its tab, with how many rows it has below its headings. */
export type SheetToChoose = { name: string; rows: number };

const mostSheetsCounted = 50;

/**
 * The sheets of a workbook in the order of their tabs; of any more than fifty
 * nothing is told.
 *
 * @throws {TableError} where it is locked, too large unpacked or no workbook.
 */
export async function listSheets(bytes: Buffer): Promise<SheetToChoose[]> {
  const read = await readWorkbookParts(bytes);
  if (!read.ok) throw new TableError({ reason: read.reason });
  const workbook = read.parts.get("xl/workbook.xml")?.toString("utf8") ?? "";
  const sheets = sheetsOf(workbook).slice(0, mostSheetsCounted);
  const counted: SheetToChoose[] = [];
  for (const [place, { name }] of sheets.entries()) {
    let rows = 0;
    for await (const { cells } of readRows(bytes, place))
      if (cells.some((cell) => cell.trim() !== "")) rows += 1;
    counted.push({ name, rows: Math.max(0, rows - 1) });
  }
  return counted;
}

async function* readRows(
  bytes: Buffer,
  sheet: number,
): AsyncGenerator<TableRow> {
  try {
    // One more than is taken, and the heading, so that what is too long is told.
    const maxRows = maxTableRows * 2;
    const rows = streamXlsxRows(bytes, { maxRows, sheet });
    for await (const { index, values } of rows)
      yield { line: index + 1, cells: values.map(readCell) };
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError({ reason: "not-workbook" });
  }
}

function readCell(value: unknown): string {
  if (value instanceof Date) return readDate(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return typeof value === "string"
    ? value.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD")
    : "";
}

/** Excel's dates have no zone: hucre gives them as if they were UTC. */
function readDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day = "", time = ""] = date.toISOString().split("T");
  return time.startsWith("00:00") ? day : `${day} ${time.slice(0, 5)}`;
}

type Sheet = { name: string; relation: string };

/** Its sheets in the order of their tabs. */
function sheetsOf(workbook: string): Sheet[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(
    ([, attributes = ""]) => ({
      name: unescapeXml(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ""),
      relation: /\b\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? "",
    }),
  );
}

/** Nobody types a name as its tab has it to the letter. */
const keyOf = (name: string) => name.trim().toLowerCase().replace(/\s+/g, " ");

function noticeSheets(
  sheet: Sheet | undefined,
  sheets: Sheet[],
): TableNotice[] {
  if (!sheet || sheets.length < 2) return [];
  const count = sheets.length - 1;
  return [{ kind: "other-sheets", sheet: sheet.name, count }];
}

/** Old Excel for Mac: what has a date's format is read right, bare numbers are not told apart. */
function noticeEpoch(workbook: string): TableNotice[] {
  const isFrom1904 = /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook);
  return isFrom1904 ? [{ kind: "days-from-1904" }] : [];
}

function noticeMerges(
  parts: Map<string, Buffer>,
  sheet: Sheet | undefined,
): TableNotice[] {
  const part = parts.get(partOf(parts, sheet));
  const count = part ? countOf(part, "<mergeCell ") : 0;
  return count > 0 ? [{ kind: "merged-cells", count }] : [];
}

/** The workbook's relations say which part a sheet stands in: it need not be that of its number. */
function partOf(parts: Map<string, Buffer>, sheet: Sheet | undefined): string {
  const relations =
    parts.get("xl/_rels/workbook.xml.rels")?.toString("utf8") ?? "";
  const own = [...relations.matchAll(/<Relationship\b[^>]*>/g)].find(
    ([relation]) => relation.includes(`Id="${sheet?.relation ?? ""}"`),
  )?.[0];
  const target = /\bTarget="([^"]*)"/.exec(own ?? "")?.[1] ?? "";
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function countOf(part: Buffer, sought: string): number {
  let count = 0;
  for (
    let at = part.indexOf(sought);
    at >= 0;
    at = part.indexOf(sought, at + 1)
  )
    count += 1;
  return count;
}

function unescapeXml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
