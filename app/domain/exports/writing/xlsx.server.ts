import { writeXlsxStream } from "hucre/xlsx";
import type { Member } from "../export-zip.server.ts";
import type { Material } from "../material.server.ts";
import { tableOf } from "./rows.server.ts";

/** More than so many UTF-16 units are cut off by Excel, without a word. */
const maxCellUnits = 32_767;
const wholeTexts = "whole-texts.jsonl";

/** The table as a workbook; what no cell holds stands whole in a file beside it. */
export async function* xlsxMembers(material: Material): AsyncGenerator<Member> {
  const long: LongText[] = [];
  yield {
    name: "responses.xlsx",
    isStored: true,
    pieces: () => writeWorkbook(material, long),
  };
  if (long.length > 0)
    yield { name: wholeTexts, pieces: () => writeWholeTexts(long) };
}

type LongText = { reference: string; column: string; text: string };

async function* writeWorkbook(
  material: Material,
  long: LongText[],
): AsyncGenerator<Uint8Array> {
  const table = await tableOf(material);
  const note = material.words.cut(wholeTexts);
  async function* rows() {
    for await (const part of material.parts())
      for (const response of part) {
        const cells = table.cellsOf(response).map(toCellText);
        yield cells.map((text, at) => {
          if (text.length <= maxCellUnits) return text;
          const column = table.headings[at] ?? "";
          long.push({ reference: response.reference, column, text });
          return cutTo(text, maxCellUnits - note.length) + note;
        });
      }
  }
  const workbook = writeXlsxStream(rows(), {
    name: "Responses",
    columns: table.headings.map((heading) => ({
      header: cutTo(toCellText(heading), maxCellUnits),
    })),
    freezePane: { rows: 1 },
    zip64: true,
  });
  yield* workbook as unknown as AsyncIterable<Uint8Array>;
}

async function* writeWholeTexts(long: LongText[]): AsyncGenerator<string> {
  for (const one of long) yield `${JSON.stringify(one)}\n`;
}

/** Without the letters that a workbook has no place for, and none that reads as an escape. */
function toCellText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** No letter is cut in two. */
function cutTo(text: string, units: number): string {
  if (text.length <= units) return text;
  return text.slice(0, units).replace(/[\uD800-\uDBFF]$/, "");
}
