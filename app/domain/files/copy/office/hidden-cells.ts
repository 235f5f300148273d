import type { StartTag } from "../../formats/xml-rewrite.ts";
import { attributeOf, readXmlTokens } from "../../formats/xml-tokens.ts";

export const isOn = (tag: StartTag, name: string) =>
  /^(?:1|true)$/.test(attributeOf(tag.attributes, name));
const isZero = (text: string) => text !== "" && Number(text) === 0;

/** The column and row of a cell's name: "C5" is the third and the fifth. */
export function placeOf(reference: string): [column: number, row: number] {
  const [, letters = "", digits = ""] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})/i.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return [column, Number(digits)];
}

type Merged = { column: number; row: number; toColumn: number; toRow: number };

/** The cells that were made one, from above: what the others held is under the first. */
function mergedCells(sheet: string): Merged[] {
  const found: Merged[] = [];
  if (!sheet.includes("mergeCell")) return found;
  for (const token of readXmlTokens(sheet)) {
    if (token.kind !== "start" || token.name !== "mergeCell") continue;
    const [from = "", to = ""] = attributeOf(token.attributes, "ref").split(
      ":",
    );
    const [column, row] = placeOf(from);
    const [toColumn, toRow] = placeOf(to);
    found.push({ column, row, toColumn, toRow });
  }
  return found.sort((one, other) => one.row - other.row);
}

const mostColumns = 16_384;

/** What a sheet does not show of itself, known as far as it has been read: its columns, then row after row. */
export class HiddenCells {
  private readonly columns = new Uint8Array(mostColumns + 1);
  private readonly rows = new Set<number>();
  private readonly merged: Merged[];
  private begunMerges = 0;
  private openMerges: Merged[] = [];
  private areRowsHidden = false;

  constructor(sheet: string) {
    this.merged = mergedCells(sheet);
  }

  isRowHidden(row: number): boolean {
    return this.rows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.columns[column] === 1;
  }

  isCellHidden(column: number, row: number): boolean {
    return (
      this.isRowHidden(row) ||
      this.isColumnHidden(column) ||
      this.openMerges.some(
        (one) =>
          column >= one.column &&
          column <= one.toColumn &&
          (row > one.row || column > one.column),
      )
    );
  }

  addColumns(tag: StartTag) {
    const of = (name: string) => Number(attributeOf(tag.attributes, name)) || 0;
    if (isOn(tag, "hidden") || isZero(attributeOf(tag.attributes, "width")))
      this.columns.fill(1, of("min"), Math.min(of("max"), mostColumns) + 1);
  }

  hideRowsThatSayNothing() {
    this.areRowsHidden = true;
  }

  beginRow(row: number, tag: StartTag) {
    const height = attributeOf(tag.attributes, "ht");
    const isHidden =
      isOn(tag, "hidden") ||
      isZero(height) ||
      (this.areRowsHidden && height === "");
    if (isHidden) this.rows.add(row);
    for (; ; this.begunMerges += 1) {
      const next = this.merged[this.begunMerges];
      if (!next || next.row > row) break;
      this.openMerges.push(next);
    }
    this.openMerges = this.openMerges.filter(({ toRow }) => toRow >= row);
  }
}
