import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readTable } from "#app/domain/imports/read-table.server.ts";

async function read(content: string | Buffer, sheet?: string) {
  const outcome = await readTable(Buffer.from(content), sheet);
  if (!outcome.ok) return outcome;
  const { headings, rows, notices } = outcome.table;
  return { headings, rows: rows.map(({ cells }) => cells), notices };
}

const good = {
  headings: ["No", "Text"],
  rows: [
    ["1", "A café, two"],
    ["2", "b"],
  ],
  notices: [],
};

describe("a table is read however it was saved", () => {
  test.each([
    ["commas", 'No,Text\n1,"A café, two"\n2,b\n'],
    ["semicolons", "No;Text\r\n1;A café, two\r\n2;b\r\n"],
    ["tabs", "No\tText\n1\tA café, two\n2\tb"],
    ["Excel's own first line", "sep=;\r\nNo;Text\r\n1;A café, two\r\n2;b"],
    ["a mark of UTF-8", '\uFEFFNo,Text\n1,"A café, two"\n2,b'],
    ["carriage returns alone", 'No,Text\r1,"A café, two"\r2,b'],
  ])("with %s", async (_name, content) => {
    expect(await read(content)).toEqual(good);
  });

  test("in UTF-16, with and without its mark, and as Windows saves it", async () => {
    const text = "No\tText\n1\tA café, two\n2\tb";
    expect(await read(Buffer.from(`\uFEFF${text}`, "utf16le"))).toEqual(good);
    expect(await read(Buffer.from(text, "utf16le"))).toEqual(good);
    const windows = Buffer.concat([
      Buffer.from("No;Text\n1;", "latin1"),
      Buffer.from([0x93, 0x80, 0x35, 0x94, 0x0a]),
    ]);
    expect(await read(windows)).toMatchObject({ rows: [["1", "“€5”"]] });
  });

  test("quoted line ends and quotes stay, and the line of each row is the file's", async () => {
    const outcome = await readTable(
      Buffer.from('sep=,\nNo,Text\n1,"one\ntwo ""x"""\n2,b\n'),
    );
    expect(outcome).toMatchObject({
      table: {
        rows: [
          { line: 3, cells: ["1", 'one\ntwo "x"'] },
          { line: 5, cells: ["2", "b"] },
        ],
      },
    });
  });

  test("rows of bare commas and empty lines are left out and counted", async () => {
    expect(await read("No,Text\n,\n\n1,a\n , \n")).toEqual({
      headings: ["No", "Text"],
      rows: [["1", "a"]],
      notices: [{ kind: "blank-rows", count: 2 }],
    });
  });

  test("headings that are missing or stand twice get names of their own, which are told", async () => {
    expect(await read("Text,Text,,No\na,b,c,1\n")).toMatchObject({
      headings: ["Text", "Text (2)", "Column 3", "No"],
      notices: [{ kind: "headings-made", headings: ["Text (2)", "Column 3"] }],
    });
  });
});

const twice = (text: string) =>
  Buffer.from(
    Buffer.from(text).toString("latin1").replace("\u0080\u0099", "€™"),
  );

describe("text that was encoded twice", () => {
  test("is mended where all of it is so, and the places are counted", async () => {
    expect(await read(twice("No,Text\n1,café\n2,it’s naïve"))).toEqual({
      headings: ["No", "Text"],
      rows: [
        ["1", "café"],
        ["2", "it’s naïve"],
      ],
      notices: [{ kind: "mended", count: 3 }],
    });
  });

  test("is left and told where other accents are well written", async () => {
    expect(await read("No,Text\n1,cafÃ©\n2,naïve café")).toMatchObject({
      rows: [
        ["1", "cafÃ©"],
        ["2", "naïve café"],
      ],
      notices: [{ kind: "doubly-encoded", count: 1 }],
    });
  });

  test("well written text is left without a word", async () => {
    expect(await read("No,Text\n1,« naïf » – Ä à É")).toMatchObject({
      rows: [["1", "« naïf » – Ä à É"]],
      notices: [],
    });
  });
});

const workbook = async (rows: unknown[][], more: object = {}) =>
  Buffer.from(
    await writeXlsx({
      sheets: [{ name: "Letters & more", rows: rows as never, ...more }],
    }),
  );

describe("a workbook", () => {
  test("dates are days, numbers and answers are words, short rows are filled", async () => {
    const bytes = await workbook([
      ["No", "Received", "Text"],
      [1, new Date("2026-05-31T00:00:00Z"), "=1+1 is what I typed"],
      [2, new Date("2026-06-01T14:30:00Z")],
      [],
      [true, null, "c"],
    ]);
    expect(await read(bytes)).toMatchObject({
      headings: ["No", "Received", "Text"],
      rows: [
        ["1", "2026-05-31", "=1+1 is what I typed"],
        ["2", "2026-06-01 14:30", ""],
        ["TRUE", "", "c"],
      ],
    });
  });

  test("of merged cells the first has the words, and they are told; so are other sheets", async () => {
    const sheets = [
      {
        name: "Letters",
        rows: [
          ["No", "Text"],
          [1, "a"],
        ],
        merges: [{ startRow: 1, endRow: 2, startCol: 1, endCol: 1 }],
      },
      { name: "Second", rows: [["x"]] },
    ];
    const bytes = Buffer.from(await writeXlsx({ sheets }));
    expect(await read(bytes)).toMatchObject({
      rows: [["1", "a"]],
      notices: [
        { kind: "other-sheets", sheet: "Letters", count: 1 },
        { kind: "merged-cells", count: 1 },
      ],
    });
  });

  test("a sheet is read by its name, with what is to be told of it and not of the first", async () => {
    const merges = [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }];
    const sheets = [
      { name: "Notes", rows: [["No"], [1]], merges },
      { name: "Letters & calls", rows: [["Text"], ["a"]] },
    ];
    const bytes = Buffer.from(await writeXlsx({ sheets }));
    expect(await read(bytes, " letters  & Calls ")).toEqual({
      ...{ headings: ["Text"], rows: [["a"]] },
      notices: [{ kind: "other-sheets", sheet: "Letters & calls", count: 1 }],
    });
    expect(await read(bytes, "Other")).toEqual({
      ...{ ok: false, reason: "no-such-sheet" },
      sheets: ["Notes", "Letters & calls"],
    });
  });

  test("what a formula came to when it was saved is taken", async () => {
    const cells = new Map([
      ["1,0", { value: "two", formula: 'LOWER("TWO")', formulaResult: "two" }],
    ]);
    const bytes = await workbook([["Text"], ["two"]], { cells });
    expect(await read(bytes)).toMatchObject({ rows: [["two"]] });
  });

  test("cut off, or another kind of ZIP, it is no workbook", async () => {
    const bytes = await workbook([["Text"], ["a"]]);
    expect(await readTable(bytes.subarray(0, 400))).toEqual({
      ok: false,
      reason: "not-workbook",
    });
  });
});

describe("what is no table is told why", () => {
  const old = Buffer.from("d0cf11e0a1b11ae100000000", "hex");
  test.each([
    ["", { reason: "empty" }],
    [" \n,,\n", { reason: "empty" }],
    ["No,Text\n", { reason: "only-heading" }],
    ['No,Text\n1,a\n2,"b\n3,c\n', { reason: "quote-not-closed", line: 3 }],
    ["%PDF-1.7 and so on", { reason: "not-table" }],
    [old, { reason: "old-excel" }],
    [`a${",a".repeat(200)}\n1`, { reason: "too-many-columns", most: 200 }],
    [`a\n${"1\n".repeat(50_001)}`, { reason: "too-many-rows", most: 50_000 }],
    [`a\n${"x".repeat(200_001)}`, { reason: "cell-too-long", line: 2 }],
  ])("%#", async (content, fault) => {
    expect(await readTable(Buffer.from(content))).toMatchObject({
      ok: false,
      ...fault,
    });
  });
});
