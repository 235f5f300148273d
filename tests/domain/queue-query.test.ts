import { describe, expect, test } from "vitest";
import { printQuery } from "#app/domain/triage/queue-query-print.ts";
import {
  maxQueryDepth,
  maxQueryLetters,
  type QueryTree,
  readQuery,
} from "#app/domain/triage/queue-query.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const words = (text: string, isPrefix = false): QueryTree => ({
  is: "words",
  text,
  isPrefix,
});
const key = (name: string, value: string, isPrefix = false): QueryTree => ({
  is: "key",
  key: name,
  value,
  isPrefix,
});
const all = (...parts: QueryTree[]): QueryTree => ({ is: "and", parts });
const any = (...parts: QueryTree[]): QueryTree => ({ is: "or", parts });
const not = (part: QueryTree): QueryTree => ({ is: "not", part });

const samples: [typed: string, tree: QueryTree | undefined][] = [
  ["", undefined],
  ["  ", undefined],
  ["care", words("care")],
  ["foster care", all(words("foster"), words("care"))],
  ['"named worker"', words("named worker")],
  ["\u201Cnamed worker\u201D", words("named worker")],
  ["\u201Enamed worker\u201C", words("named worker")],
  ["\u00ABnamed worker\u00BB", words("named worker")],
  ["\u2018named worker\u2019 x", all(words("named worker"), words("x"))],
  [
    "5'10\" tall and 6' 2\u2033",
    all(...["5'10", "tall", "and", "6", "2"].map((word) => words(word))),
  ],
  [
    "workers' 'til the '90s",
    all(...["workers", "til", "the", "90s"].map((word) => words(word))),
  ],
  ["don\u2019t 'e", all(words("don\u2019t"), words("e"))],
  ["self-harm", words("self-harm")],
  ["priorit*", words("priorit", true)],
  ["8:30", words("8:30")],
  ["https://example.org/a", words("https://example.org/a")],
  ["note: this", all(key("note", ""), words("this"))],
  ["said: this", all(words("said"), words("this"))],
  ["-tag:", not(key("tag", ""))],
  ["(Tag:) x", all(key("tag", ""), words("x"))],
  ['tag:""', key("tag", "")],
  ['tag:"', key("tag", "")],
  ["tag:\u2018\u2019 x", all(key("tag", ""), words("x"))],
  ["tag:()", key("tag", "")],
  ["tag\uFF1Akinship", key("tag", "kinship")],
  ["tag: OR a", any(key("tag", ""), words("a"))],
  ["a OR b", any(words("a"), words("b"))],
  ["a OR b c", any(words("a"), all(words("b"), words("c")))],
  ["(a OR b) c", all(any(words("a"), words("b")), words("c"))],
  ["-a", not(words("a"))],
  ["NOT a b", all(not(words("a")), words("b"))],
  ["a AND b", all(words("a"), words("b"))],
  ["a - b", all(words("a"), words("b"))],
  ["-(a b)", not(all(words("a"), words("b")))],
  ["NOT NOT a", words("a")],
  ['"a OR b"', words("a OR b")],
  ["tag:kinship", key("tag", "kinship")],
  ["TAG:Kinship", key("tag", "Kinship")],
  ['q2:"named worker"', key("q2", "named worker")],
  ["q2:\u201Cnamed worker\u201D", key("q2", "named worker")],
  ["tag:(a OR b)", any(key("tag", "a"), key("tag", "b"))],
  ["-tag:(a b)", not(all(key("tag", "a"), key("tag", "b")))],
  ["age:>3d", key("age", ">3d")],
  [
    "received:2026-11-01..2026-11-30",
    key("received", "2026-11-01..2026-11-30"),
  ],
  ["tag:kin*", key("tag", "kin", true)],
  ["OR a OR", words("a")],
  ["()", undefined],
  ['"" - * !', undefined],
  [
    'type:carer tag:kinship -tag:fostering q2:"named worker" age:>3d',
    all(
      key("type", "carer"),
      key("tag", "kinship"),
      not(key("tag", "fostering")),
      key("q2", "named worker"),
      key("age", ">3d"),
    ),
  ],
];

describe("a search is read as a tree", () => {
  test.each(samples)("%s", (typed, tree) => {
    expect(readQuery(typed)).toEqual({ tree, problems: [] });
  });

  test.each(samples)("%s, printed, is read as the same", (_typed, tree) => {
    expect(readQuery(printQuery(tree)).tree).toEqual(tree);
  });
});

const open = (brackets = 1) => ({ reason: "open-bracket", brackets });
const surplus = (brackets = 1) => ({ reason: "surplus-bracket", brackets });
const openQuote = (isSure = true) => ({ reason: "open-quote", isSure });
const loneQuote = { reason: "lone-quote" };
const [a, b, c] = [words("a"), words("b"), words("c")];

const leftOpen: [typed: string, tree: QueryTree, problems: object[]][] = [
  ["((a", a, [open(2)]],
  ["tag:(a OR b", any(key("tag", "a"), key("tag", "b")), [open()]],
  ["a OR b) c", all(any(a, b), c), [surplus()]],
  ["a)) OR b", any(a, b), [surplus(2)]],
  ["a) b OR c", any(all(a, b), c), [surplus()]],
  ["a b) OR c OR d", any(all(a, b), c, words("d")), [surplus()]],
  ["(a) b :)", all(a, b), [surplus()]],
  [") a ( b", all(a, b), [open(), surplus()]],
  ['c "named worker', all(c, words("named worker")), [openQuote()]],
  ['"a" \u201Cb tag:c', all(a, words("b tag:c")), [openQuote(false)]],
  ['"a OR b', words("a OR b"), [openQuote(false)]],
  ['(tag:"a b', key("tag", "a b"), [open(), openQuote()]],
  ['a b" c', all(a, b, c), [loneQuote]],
  ['tag:a"', key("tag", "a"), [loneQuote]],
  ['a "', a, [loneQuote]],
];

test.each(leftOpen)("%s is told of what stands open", (typed, tree, told) => {
  expect(readQuery(typed)).toEqual({ tree, problems: told });
  expect(readQuery(printQuery(tree))).toEqual({ tree, problems: [] });
});

describe("whatever was typed has a reading", () => {
  const hostile = [
    "(".repeat(1_999),
    ")".repeat(2_000),
    "-".repeat(2_000),
    "NOT ".repeat(500),
    '"'.repeat(1_999),
    "a:".repeat(990),
    "-(".repeat(1_000),
    "a OR ".repeat(400),
    "\u2018a ".repeat(600),
    "tag:(".repeat(400),
    "\uD800 \u0000 \u202E x",
  ];

  test.each(hostile)("%#", (typed) => {
    const { tree } = readQuery(typed);
    expect(readQuery(printQuery(tree)).tree).toEqual(tree);
  });

  test("one that is longer than allowed asks for nothing, and is told its length", () => {
    const letters = 10_000;
    expect(readQuery("a".repeat(letters))).toEqual({
      tree: undefined,
      problems: [{ reason: "too-long", letters, most: maxQueryLetters }],
    });
    expect(readQuery("a".repeat(maxQueryLetters)).problems).toEqual([]);
  });

  test("brackets deeper than allowed are passed over and told", () => {
    const nested = (depth: number) =>
      `${"(".repeat(depth)}a${")".repeat(depth)} b`;
    const both = all(words("a"), words("b"));
    expect(readQuery(nested(maxQueryDepth))).toEqual({
      tree: both,
      problems: [],
    });
    expect(readQuery(nested(maxQueryDepth + 1))).toEqual({
      tree: both,
      problems: [{ reason: "too-deep", most: maxQueryDepth }],
    });
  });

  test("more terms than are asked for are left out and told", () => {
    const { tree, problems } = readQuery("a ".repeat(41));
    expect(tree).toMatchObject({ is: "and", parts: { length: 40 } });
    expect(problems).toEqual([{ reason: "too-many-terms", most: 40 }]);
  });
});

test.each([
  ["("],
  ["a) "],
  ['5" '],
  ["a:("],
  ["\u2018a "],
  ['"a" '],
  ["-"],
  ["NOT a "],
])("reading %s again and again costs a square of it nowhere", async (piece) => {
  const growth = await measureGrowth(
    (size) => readQuery(piece.repeat(size / piece.length)),
    maxQueryLetters / 4,
  );
  expect(isLinearGrowth(growth)).toBe(true);
});

test("a phrase is looked for as far as twenty words, and told that it was cut", () => {
  const twenty = Array.from({ length: 20 }, (_, n) => `w${n}`).join(" ");
  expect(readQuery(`"${twenty}"`)).toEqual({
    tree: words(twenty),
    problems: [],
  });
  expect(readQuery(`"${twenty} more"`)).toEqual({
    tree: words(twenty),
    problems: [{ reason: "long-phrase", most: 20 }],
  });
});
