import { expect, test } from "vitest";
import { hideCounts } from "#app/domain/tagging/small-numbers.ts";
import { describeTagPicture } from "#app/screens/review/tag-picture.ts";
import { describeTagTable } from "#app/screens/review/tag-tables.ts";

const columnOf = (text: string) =>
  text.split(" ").map((one) => ({
    depth: one.lastIndexOf(".") + 1,
    count: Number(one.replaceAll(".", "")),
  }));
const hide = (text: string) =>
  hideCounts(columnOf(text))
    .map((count) => count ?? "*")
    .join(" ");

test("small counts are hidden and others are to the nearest five", () => {
  expect(hide("0 7 8 12 13")).toBe("0 * 10 10 15");
});

test("where one alone of a tag and its parts is hidden, the smallest part is hidden with it", () => {
  expect(hide("60 .40 .3 .17")).toBe("60 40 * *");
  expect(hide("60 .40 .3 .4 .17")).toBe("60 40 * * 15");
  expect(hide("60 .40 .0 .17")).toBe("60 40 0 15");
  expect(hide("60 .3 .0")).toBe("60 * 0");
});

test("what was hidden so is not reckoned from its own parts, nor hides another family", () => {
  expect(hide("60 .40 .3 .28 ..22 ..9")).toBe("60 40 * * 20 *");
  expect(hide("60 .3 .20 50 .25 .25")).toBe("60 * * 50 25 25");
});

test("a tag that counts nothing has no row, by what is shown alone", () => {
  const column = (key: string, responses: number) => ({
    ...{ key, label: key, responses },
  });
  const row = (tagId: number, counts: number[]) => ({
    ...{ tagId, name: `Tag ${tagId}`, depth: 0, counts },
  });
  const table = {
    columns: [column("many", 100), column("few", 6)],
    rows: [row(1, [0, 0]), row(2, [20, 0]), row(3, [0, 2]), row(4, [3, 0])],
  };
  const told = describeTagTable(table, "week", false);
  const idsOf = (rows: { tagId: number }[]) => rows.map(({ tagId }) => tagId);
  expect(idsOf(told.rows)).toEqual([2, 4]);
  expect(idsOf(told.unused)).toEqual([1, 3]);
  expect(told.unusedLine).toBe("2 tags have no count that may be shown");
  expect(told.rows[1]?.cells.map(({ href }) => href)).toEqual([
    undefined,
    undefined,
  ]);
  const exact = describeTagTable(table, "week", true);
  expect(idsOf(exact.rows)).toEqual([2, 3, 4]);
  expect(exact.unusedLine).toBe("1 tag is used nowhere here");
  const allHidden = { ...table, columns: [column("a", 3), column("b", 4)] };
  expect(describeTagTable(allHidden, "week", false).unused).toEqual([]);
});

test("a picture says what the table says to others, with the first of what stands on anything", () => {
  const row = (
    tagId: number,
    name: string,
    depth: number,
    counts: number[],
  ) => ({
    ...{ tagId, name, depth, counts },
  });
  const picture = describeTagPicture({
    columns: [
      { key: '"carer"', label: "Carer", responses: 100 },
      { key: '"few"', label: "Few", responses: 6 },
    ],
    rows: [
      row(1, "Home", 0, [61, 4]),
      row(2, "Moves", 1, [40, 0]),
      row(3, "Kin", 1, [3, 4]),
      row(4, "Sibling", 1, [18, 0]),
      row(5, "Nobody", 0, [0, 2]),
    ],
  });
  expect(picture.columns).toEqual(["Carer (100)", "Few (*)"]);
  const carers = picture.cells.filter(({ column }) => column === "Carer (100)");
  expect(carers.map(({ text, share }) => [text, share])).toEqual([
    ["60 (60%)", 60],
    ["40 (40%)", 40],
    ["*", undefined],
    ["*", undefined],
  ]);
  expect(JSON.stringify(picture)).not.toMatch(/\b(61|18|3|4|6)\b/);
});
