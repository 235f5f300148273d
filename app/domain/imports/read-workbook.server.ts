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
 * Reads the first sheet of an XLSX: what formulas came to when it was saved, dates
 * as `2026-05-31`. Of merged cells the first has what is written in them.
 *
 * @throws {TableError} where it is locked, too large unpacked, or no workbook.
 */
export async function readWorkbook(bytes: Buffer): Promise<Table> {
  const read = await readWorkbookParts(bytes);
  if (!read.ok) throw new TableError({ reason: read.reason });
  const notices = [
    ...noticeSheets(read.parts.get("xl/workbook.xml")),
    ...noticeMerges(read.parts),
    ...noticeEpoch(read.parts.get("xl/workbook.xml")),
  ];
  return collectTable(readRows(bytes), notices, { padsRows: true });
}

async function* readRows(bytes: Buffer): AsyncGenerator<TableRow> {
  try {
    // One more than is taken, and the heading, so that what is too long is told.
    const maxRows = maxTableRows * 2;
    for await (const { index, values } of streamXlsxRows(bytes, { maxRows }))
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

function noticeSheets(workbook: Buffer | undefined): TableNotice[] {
  const names = [
    ...(workbook?.toString("utf8") ?? "").matchAll(
      /<sheet\b[^>]*\bname="([^"]*)"/g,
    ),
  ].map(([, name = ""]) => unescapeXml(name));
  const [sheet = "", ...others] = names;
  return others.length > 0
    ? [{ kind: "other-sheets", sheet, count: others.length }]
    : [];
}

/** Old Excel for Mac: what has a date's format is read right, bare numbers are not told apart. */
function noticeEpoch(workbook: Buffer | undefined): TableNotice[] {
  const isFrom1904 = /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(
    workbook?.toString("utf8") ?? "",
  );
  return isFrom1904 ? [{ kind: "days-from-1904" }] : [];
}

function noticeMerges(parts: Map<string, Buffer>): TableNotice[] {
  let count = 0;
  for (const [name, part] of parts)
    if (name === "xl/worksheets/sheet1.xml")
      count += countOf(part, "<mergeCell ");
  return count > 0 ? [{ kind: "merged-cells", count }] : [];
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
