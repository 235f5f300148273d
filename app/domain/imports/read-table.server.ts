import { decodeText } from "../files/decode-text.ts";
import { readCsvRows, UnreadableFileError } from "./csv-file.server.ts";
import { mendDoublyEncoded } from "./doubly-encoded.ts";
import {
  listSheets,
  readWorkbook,
  type SheetToChoose,
} from "./read-workbook.server.ts";
import {
  collectTable,
  type Table,
  TableError,
  type TableNotice,
  type TableOutcome,
} from "./table-file.ts";

/**
 * Reads a table that somebody uploaded, however their program saved it: a CSV by
 * comma, semicolon or tab in UTF-8, UTF-16 or Windows-1252, or an XLSX. What it
 * is, its bytes say and not its name.
 *
 * @param bytes at most `maxTableBytes`.
 * @param sheet the name of a workbook's sheet; empty for its first.
 */
export async function readTable(
  bytes: Buffer,
  sheet = "",
): Promise<TableOutcome> {
  try {
    return { ok: true, table: await readByKind(bytes, sheet) };
  } catch (error) {
    if (error instanceof TableError) return { ok: false, ...error.fault };
    if (error instanceof UnreadableFileError && "line" in error.fault)
      return { ok: false, ...error.fault };
    throw error;
  }
}

/** The sheets that may be meant: those with rows, of a workbook in which several have some; of any other file none. */
export async function readSheetsToChoose(
  bytes: Buffer,
): Promise<SheetToChoose[]> {
  if (!isZip(bytes)) return [];
  try {
    return (await listSheets(bytes)).filter(({ rows }) => rows > 0);
  } catch (error) {
    // Whoever reads the table says what is the matter with it.
    if (error instanceof TableError) return [];
    throw error;
  }
}

const isZip = (bytes: Buffer) =>
  bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";

const oldContainer = Buffer.from("d0cf11e0a1b11ae1", "hex");

function readByKind(bytes: Buffer, sheet: string): Promise<Table> {
  if (isZip(bytes)) return readWorkbook(bytes, sheet);
  // An .xls, and an .xlsx under a password too.
  if (bytes.subarray(0, 8).equals(oldContainer))
    throw new TableError({ reason: "old-excel" });
  if (
    /^(%PDF|\{\\rtf|\x89PNG|\xff\xd8\xff)/.test(bytes.toString("latin1", 0, 8))
  )
    throw new TableError({ reason: "not-table" });
  return readCsv(bytes);
}

const pieceCharacters = 200_000;

async function readCsv(bytes: Buffer): Promise<Table> {
  const notices: TableNotice[] = [];
  const text = readText(bytes, notices);
  if (text.trim() === "") throw new TableError({ reason: "empty" });
  async function* pieces() {
    for (let at = 0; at < text.length; at += pieceCharacters)
      yield text.slice(at, at + pieceCharacters);
  }
  const rows = readCsvRows(pieces(), guessDelimiter(text));
  return collectTable(rows, notices, { padsRows: false });
}

function readText(bytes: Buffer, notices: TableNotice[]): string {
  const decoded = decodeText(bytes).replace(/\r\n?/g, "\n");
  const mending = mendDoublyEncoded(decoded);
  if (mending.mendedCount > 0)
    notices.push({ kind: "mended", count: mending.mendedCount });
  if (mending.leftCount > 0)
    notices.push({ kind: "doubly-encoded", count: mending.leftCount });
  // A NUL is in no table: it would end a text in PostgreSQL.
  const text = mending.text.replace(/^\uFEFF+/, "").replaceAll("\0", "\uFFFD");
  const count = text.split("\uFFFD").length - 1;
  if (count > 0) notices.push({ kind: "unreadable-characters", count });
  return text;
}

/** What parts the cells of the first line that is not blank; signs inside quotes do not count. */
export function guessDelimiter(text: string): string {
  const heading = /^\s*("(?:[^"]|"")*"|[^\n"])+/.exec(text.slice(0, 20_000));
  const outside = (heading?.[0] ?? "").replace(/"(?:[^"]|"")*"/g, "");
  const counts = [",", ";", "\t"].map((sign) => ({
    sign,
    count: outside.split(sign).length - 1,
  }));
  counts.sort((one, other) => other.count - one.count);
  return counts[0]?.count ? counts[0].sign : ",";
}
