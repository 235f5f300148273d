import path from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { HiddenCells } from "#app/domain/files/copy/office/hidden-cells.ts";
import { SheetRules } from "#app/domain/files/copy/office/sheet-rules.ts";
import { rewriteXml } from "#app/domain/files/formats/xml-rewrite.ts";
import {
  attributeOf,
  readXmlTokens,
} from "#app/domain/files/formats/xml-tokens.ts";
import {
  copyDocument,
  secretsIn,
  unpackParts,
} from "#tests/asking/copies-of-documents.ts";
import { secrets } from "#tests/fixtures/secrets.ts";
import {
  makeTellingXlsx,
  shownCells,
} from "#tests/fixtures/telling-workbook.ts";
import {
  isLinearGrowth,
  measureGrowth,
  readingMade,
} from "#tests/setup/growth.ts";

let pictures: { jpeg: Buffer; png: Buffer };

beforeAll(async () => {
  const drawn = sharp({
    create: { width: 4, height: 4, channels: 3, background: "red" },
  }).withExif({ IFD0: { Artist: `${secrets[51]}` } });
  pictures = {
    jpeg: await drawn.clone().jpeg().toBuffer(),
    png: await drawn.clone().png().toBuffer(),
  };
});

type Parts = Map<string, string>;

function* startsOf(xml: string) {
  for (const token of readXmlTokens(xml))
    if (token.kind === "start") yield token;
}

/** What stands in each element of a name, with its attributes. */
function elementsOf(xml: string, name: string) {
  const found: { attributes: string; text: string }[] = [];
  let isInside = false;
  for (const token of readXmlTokens(xml)) {
    if (token.kind === "text") {
      const last = found.at(-1);
      if (isInside && last) last.text += token.text;
    } else if (token.name === name) {
      if (token.kind === "start")
        found.push({ attributes: token.attributes, text: "" });
      isInside = token.kind === "start" && !token.isEmpty;
    }
  }
  return found;
}

/** The words of its cells, as a program that opens it finds them. */
function cellsOf(parts: Parts): string[] {
  const of = (name: string) => parts.get(`xl/${name}`) ?? "";
  const strings = elementsOf(of("sharedStrings.xml"), "si");
  return elementsOf(of("worksheets/sheet1.xml"), "c").map(
    ({ attributes, text }) =>
      attributeOf(attributes, "t") === "s"
        ? (strings[Number(text)]?.text ?? "?")
        : text,
  );
}

/** Whatever a part names by an id, and whatever is listed, that is not there. */
function leadingNowhere(parts: Parts): string[] {
  const nowhere: string[] = [];
  for (const [name, xml] of parts) {
    if (!name.endsWith(".xml") || name.startsWith("[")) continue;
    const links = path.join(
      path.dirname(name),
      "_rels",
      `${path.basename(name)}.rels`,
    );
    const ids = new Set<string>();
    for (const { attributes } of startsOf(parts.get(links) ?? "")) {
      const [id, target] = ["Id", "Target"].map((one) =>
        attributeOf(attributes, one),
      ) as [string, string];
      ids.add(id);
      const led = target.startsWith("/")
        ? target.slice(1)
        : path.join(path.dirname(name), target);
      if (
        id !== "" &&
        attributeOf(attributes, "TargetMode") === "" &&
        !parts.has(led)
      )
        nowhere.push(led);
    }
    for (const [, id = ""] of xml.matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g))
      if (!ids.has(id)) nowhere.push(`${name}: ${id}`);
  }
  for (const { attributes } of startsOf(
    parts.get("[Content_Types].xml") ?? "",
  )) {
    const part = attributeOf(attributes, "PartName").slice(1);
    if (part !== "" && !parts.has(part)) nowhere.push(part);
  }
  return nowhere;
}

test("none of what its author did not mean to send is in a spreadsheet's copy, and all that its cells show is", async () => {
  const bytes = makeTellingXlsx(pictures);
  expect(await secretsIn(bytes)).toHaveLength(secrets.length);
  const { outcome, copy } = await copyDocument("xlsx", bytes);
  expect(outcome).toEqual({ state: "made", typeId: "xlsx" });
  expect(await secretsIn(copy)).toEqual([]);
  const parts = await unpackParts(copy);
  expect(cellsOf(parts)).toEqual([...shownCells, "1", "", ""]);
  expect([...parts.values()].join("")).not.toContain("4711");
});

test("what leads somewhere leads to something, and nothing else is written", async () => {
  const { copy } = await copyDocument("xlsx", makeTellingXlsx(pictures));
  const parts = await unpackParts(copy);
  expect(leadingNowhere(parts)).toEqual([]);
  expect([...parts.keys()].sort()).toEqual([
    ...["[Content_Types].xml", "_rels/.rels"],
    ...["xl/_rels/workbook.xml.rels", "xl/charts/chart1.xml"],
    ...["xl/drawings/_rels/drawing1.xml.rels", "xl/drawings/drawing1.xml"],
    ...["xl/media/image1.jpeg", "xl/sharedStrings.xml", "xl/styles.xml"],
    "xl/workbook.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/worksheets/sheet1.xml",
  ]);
  const sheet = parts.get("xl/worksheets/sheet1.xml");
  expect(sheet).toContain('<mergeCell ref="A5:C5"/>');
  expect(sheet).toContain('orientation="landscape"');
  expect(parts.get("xl/workbook.xml")).toContain('date1904="1"');
  expect(parts.get("xl/drawings/drawing1.xml")).toContain("Beside the cells");
  expect(parts.get("xl/charts/chart1.xml")).toContain("<c:v>7</c:v>");
  const links = parts.get("xl/worksheets/_rels/sheet1.xml.rels");
  expect(links).toContain("https://example.org");
  expect(links).toContain("about:blank");
});

test.each<[string, Parameters<typeof makeTellingXlsx>[1]]>([
  [
    "all its sheets are hidden",
    { sheets: '<sheet name="A" state="hidden" r:id="rSheet"/>' },
  ],
  ["a chart asks a sheet that is hidden", { chart: `${secrets[44]}!$A$1` }],
  ["a chart asks another file", { chart: "'[1]Page one'!$A$1" }],
  [
    "a formula has come to nothing yet",
    { rows: '<row r="9"><c r="A9"><f>A1</f><v></v></c></row>' },
  ],
  [
    "there are pictures in its cells",
    { entries: [{ name: "xl/richData/richValueRel.xml", content: "<a/>" }] },
  ],
])("there is no copy of a spreadsheet where %s", async (_name, more) => {
  const made = await copyDocument("xlsx", makeTellingXlsx(pictures, more));
  expect(made.outcome).toEqual({
    state: "not-available",
    reason: "something-inside",
  });
});

test("words that a formula has come to are shown, none as well as some", async () => {
  const rows =
    '<row r="9"><c r="A9" t="str"><f>A1</f><v></v></c><c r="B9" t="str"><f>A1</f><v>came of it</v></c></row>';
  const shown = await copyDocument("xlsx", makeTellingXlsx(pictures, { rows }));
  const cells = cellsOf(await unpackParts(shown.copy));
  expect(cells.slice(-2)).toEqual(["", "came of it"]);
});

test("a cell is hidden by its row's silence, by what it is merged with and by a link that leads there", () => {
  const cells = (row: string, ...names: string[]) =>
    `<row ${row}>${names.map((name) => `<c r="${name}"><v>1</v></c>`).join("")}</row>`;
  const sheet = `<x:worksheet xmlns:x="x"><sheetFormatPr zeroHeight="1"/><sheetData>${[
    cells('r="1"', "A1"),
    cells('r="2" ht="15"', "A2", "B2", "C2", "D2"),
    cells('r="3" ht="15"', "A3", "B3", "C3"),
    cells('r="4" ht="15"', "B4"),
  ].join(
    "",
  )}</sheetData><mergeCells><mergeCell ref="D9:D12"/><mergeCell ref="B2:C3"/></mergeCells></x:worksheet>`;
  const written = rewriteXml(sheet, new SheetRules(sheet, new Map()));
  const shown = elementsOf(written, "c").map(({ attributes }) =>
    attributeOf(attributes, "r"),
  );
  expect(shown).toEqual(["A2", "B2", "D2", "A3", "B4"]);
});

test("a sheet of four times as many merged cells takes no more than four times as much", async () => {
  const row = {
    kind: "start",
    ...{ name: "row", fullName: "row", isEmpty: false },
    attributes: "",
  } as const;
  const growth = await measureGrowth(
    readingMade(
      (rows) =>
        Array.from(
          { length: rows },
          (_, n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`,
        ).join(""),
      (sheet) => {
        const hidden = new HiddenCells(sheet);
        for (let n = 1; n < sheet.length / 27; n += 1) {
          hidden.beginRow(n, row);
          for (let column = 1; column < 20; column += 1)
            hidden.isCellHidden(column, n);
        }
      },
    ),
    1_000,
  );
  expect(isLinearGrowth(growth)).toBe(true);
});
