import { expect, test } from "vitest";
import { textsOf } from "#app/domain/calls/authoring/translation/call-texts.ts";
import {
  planTranslation,
  seenOfCopy,
  takeInTranslation,
} from "#app/domain/calls/authoring/translation/take-in.server.ts";
import {
  readTranslationCsv,
  writeTranslationCsv,
} from "#app/domain/calls/authoring/translation/translation-file.server.ts";
import { maxTranslationCharacters } from "#app/domain/calls/authoring/translation/translation-files.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { csvStart, readInert, writeCsvRow } from "#app/domain/text/csv.ts";
import { parseCsvTable } from "#app/domain/text/csv-table.server.ts";
import { diffWords } from "#app/domain/text/word-diff.ts";
import { givenTranslator } from "#tests/given/translations.ts";

const take = (copy: WorkingCopy) =>
  writeTranslationCsv(copy, "cy", ({ id }) => ({ where: id, state: "" }));

/** The table as a translator gives it back: other words in some rows, and the last row first. */
function fill(
  csv: string,
  change: (row: Record<string, string>) => Record<string, string>,
): string {
  const [head = [], ...rows] = parseCsvTable(csv)!.map(({ record }) => record);
  const filled = rows.map((cells) => {
    const row = Object.fromEntries(
      head.map((name, at) => [name, readInert(cells[at] ?? "")]),
    );
    return writeCsvRow(Object.values({ ...row, ...change(row) }));
  });
  return writeCsvRow(head) + filled.reverse().join("");
}

const rowsOf = (csv: string) => {
  const read = readTranslationCsv(csv, "cy");
  if (!read.ok) throw new Error(read.fault.reason);
  return read.rows;
};

const wordsIn = (copy: WorkingCopy, id: string) =>
  textsOf(copy).find((text) => text.id === id)?.words;

test("a table goes out and comes in by ids, in any order, and no cell of it is a formula", async () => {
  const { find, edit, retitle } = await givenTranslator();
  await retitle("story", "=SUM(A1) is what we heard", "Line one\n- line two");
  const out = take(await find());
  expect(out.startsWith(csvStart)).toBe(true);
  expect(out).toContain(`"'=SUM(A1) is what we heard"`);
  const rows = rowsOf(
    fill(out, ({ id, en }) =>
      id?.startsWith("page/story/") ? { cy: `-${en}` } : {},
    ),
  );
  const copy = await find();
  const plan = planTranslation(copy, rows, "cy");
  expect(plan).toMatchObject({ unknown: [], twice: [], tooLong: [] });
  expect(plan.unchanged).toBe(rows.length - 2);
  const of = { rows, language: "cy" as const, seen: seenOfCopy(copy) };
  await edit((now) => takeInTranslation(now, of));
  expect(wordsIn(await find(), "page/story/intro")).toEqual({
    ...{ en: "Line one\n- line two", cy: "-Line one\n- line two" },
  });
  expect(await edit((now) => takeInTranslation(now, of))).toMatchObject({
    reason: "changed-meanwhile",
  });
  const again = planTranslation(await find(), rowsOf(take(await find())), "cy");
  expect(again).toMatchObject({ changes: [], unknown: [] });
});

test("an English that changed since the table was taken out is told, and its translation comes in as stale", async () => {
  const { find, edit, retitle, translate } = await givenTranslator();
  await retitle("story", "Tell us");
  await retitle("who", "Who are you?");
  const out = take(await find());
  await retitle("story", "Tell us more");
  await translate("page.who", { "page/who/title": "Pwy ydych chi?" });
  const rows = rowsOf(
    fill(out, ({ id }) =>
      id?.endsWith("/title") && id.startsWith("page/") ? { cy: "Newydd" } : {},
    ),
  );
  const copy = await find();
  const plan = planTranslation(copy, rows, "cy");
  expect(
    plan.changes.map(({ text, isStale, isChangedHere }) => [
      ...[text.id, isStale, isChangedHere],
    ]),
  ).toEqual([
    ["page/story/title", true, false],
    ["page/who/title", false, true],
  ]);
  const of = { rows, language: "cy" as const, seen: seenOfCopy(copy) };
  await edit((now) => takeInTranslation(now, of));
  expect(wordsIn(await find(), "page/story/title")).toEqual({
    ...{ en: "Tell us more", cy: "Newydd", madeFrom: { cy: "Tell us" } },
  });
});

test("a row that a translator left alone takes nothing back that a colleague wrote meanwhile", async () => {
  const { find, retitle, translate } = await givenTranslator();
  await retitle("who", "Who are you?");
  await translate("page.who", { "page/who/title": "Hen" });
  const rows = rowsOf(take(await find()));
  await translate("page.who", { "page/who/title": "Newydd" });
  expect(planTranslation(await find(), rows, "cy").changes).toEqual([]);
});

test("ids that no text has, that stand there twice or whose words are too long are named, and the rest is taken", async () => {
  const { find } = await givenTranslator();
  const id = "question/who/label";
  const row = (of: string, cy: string) => ({
    ...{ id: of, where: "", english: "Who answers?", translation: cy },
    takenOut: { english: "", translation: "" },
  });
  const long = "x".repeat(20_001);
  const plan = planTranslation(
    await find(),
    [
      ...[row(id, "Un"), row(id, "Dau"), row(id, "Un")],
      ...[row("question/gone/label", "Tri"), row("about/title", long)],
    ],
    "cy",
  );
  expect(plan).toMatchObject({
    changes: [{ after: "Un", isStale: false, isChangedHere: false }],
    unknown: [{ id: "question/gone/label" }],
    twice: [{ translation: "Dau" }],
    tooLong: [{ id: "about/title" }],
  });
});

test.each([
  ["too-long", "x".repeat(maxTranslationCharacters + 1)],
  ["unreadable", 'id,cy\n"a'],
  ["no-columns", "id,en\na,b"],
  ["no-columns", ""],
  ["no-columns", "id,cy\n,b"],
  ["too-many", `id,cy\n${"a,b\n".repeat(20_001)}`],
])("what is no table of translations is refused: %s", (reason, text) => {
  expect(readTranslationCsv(text, "cy")).toEqual({
    ...{ ok: false, fault: { reason } },
  });
});

test("a table that a spreadsheet parted by semicolons is read", () => {
  expect(rowsOf("\uFEFFid;cy;check\r\nabout/title;Teitl;\r\n")).toMatchObject([
    { id: "about/title", translation: "Teitl" },
  ]);
});

test("of a table with more rows than are taken no more are read than tell so", () => {
  expect(parseCsvTable(`id,cy\n${"a,b\n".repeat(50)}`, 3)).toHaveLength(5);
  expect(parseCsvTable(`id,cy\n${"a,b\n".repeat(3)}`, 3)).toHaveLength(4);
});

test("of many texts on a screen each has its share of what is compared, and what is above is told as a whole", () => {
  const before = "a x ".repeat(300);
  const after = "b x ".repeat(300);
  const kinds = (of?: number) =>
    new Set(diffWords(before, after, of).map(({ kind }) => kind));
  expect(kinds().has("same")).toBe(true);
  expect(diffWords(before, after, 400).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["gone", "new"]),
  );
  expect(diffWords(before, after, 400).length).toBeLessThan(5);
});
