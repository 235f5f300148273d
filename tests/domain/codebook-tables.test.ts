import { expect, test } from "vitest";
import {
  optionsOf,
  selectReaderChoices,
  selectReaderPage,
} from "#app/domain/tagging/retrieval.server.ts";
import { readReaderFilter } from "#app/domain/tagging/retrieval.ts";
import { weekOf } from "#app/domain/text/weeks.ts";
import { blurCount } from "#app/domain/tagging/small-numbers.ts";
import {
  readTagPairs,
  readTagTable,
} from "#app/domain/tagging/tables.server.ts";
import { givenCoding, now } from "#tests/given/coded.ts";
import { anyLead } from "#tests/given/people.ts";

async function givenTables() {
  const given = await givenCoding();
  const parent = await given.tag("Support");
  const child = await given.tag("Money", parent);
  const other = await given.tag("Other");
  const one = await given.answer();
  const two = await given.answer();
  await given.code(one, parent, "moved again");
  await given.code(one, child, "again and");
  await given.code(two, child, "We were");
  await given.whole(two.responseId, other);
  await given.code(one, other, "again and again");
  const read = async (tagId: number, address: string) => {
    const choices = await selectReaderChoices(given.db, tagId);
    const parameters = new URLSearchParams(address);
    const { filter } = readReaderFilter(parameters, optionsOf(choices));
    const asked = { tagId, filter, choices, viewer: anyLead, now };
    return (await selectReaderPage(given.db, asked)).counts;
  };
  return { ...given, parent, child, other, read };
}

test("tags by question count a response once, a parent with its parts, and agree with the list", async () => {
  const { db, parent, child, read } = await givenTables();
  const table = await readTagTable(db, anyLead, "question");
  const at = table.columns.findIndex(({ key }) => key === "what-first");
  expect(table.columns[at]?.responses).toBe(3);
  const countOf = (tagId: number) =>
    table.rows.find((row) => row.tagId === tagId)?.counts[at];
  expect([countOf(parent), countOf(child)]).toEqual([2, 2]);
  const { responses } = await read(parent, "question=what-first");
  expect(responses).toBe(2);
});

test("tags by week add up, and the list of a week has as many", async () => {
  const { db, parent, read } = await givenTables();
  const table = await readTagTable(db, anyLead, "week");
  const row = table.rows.find(({ tagId }) => tagId === parent);
  expect(row?.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  const at = row?.counts.findIndex((count) => count > 0) ?? 0;
  const week = table.columns[at]?.key ?? "";
  expect((await read(parent, `week=${week}`)).responses).toBe(row?.counts[at]);
  expect((await read(parent, "week=1999-01-04")).responses).toBe(0);
});

test("two tags together count responses and passages that overlap, and lead to their list", async () => {
  const { db, parent, child, other, read } = await givenTables();
  const pairs = await readTagPairs(db, anyLead);
  expect(
    pairs.map((pair) => [
      ...[pair.one.tagId, pair.other.tagId],
      ...[pair.responses, pair.overlaps],
    ]),
  ).toEqual([
    [child, other, 2, 1],
    [parent, child, 1, 1],
    [parent, other, 1, 1],
  ]);
  const { responses } = await read(child, `with=${other}&own=yes`);
  expect(responses).toBe(2);
});

test.each([
  [0, 0],
  [1, undefined],
  [7, undefined],
  [8, 10],
  [12, 10],
  [13, 15],
  [22, 20],
  [23, 25],
  [37, 35],
])("of %i is shown %s", (count, shown) => {
  expect(blurCount(count)).toBe(shown);
});

test("a week begins on its Monday, on a Sunday too", () => {
  expect(weekOf("2026-11-29T23:00:00.000Z")).toBe("2026-11-23");
  expect(weekOf("2026-11-23T00:00:00.000Z")).toBe("2026-11-23");
});
