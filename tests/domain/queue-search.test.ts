import { expect, test } from "vitest";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { describeProblems } from "#app/screens/review/queue-problems.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import {
  findFour as find,
  first,
  givenFour,
  givenTag,
  now,
  place,
} from "#tests/given/searches.ts";

test("words, phrases, beginnings, OR, NOT and brackets find what they say", async () => {
  const given = await givenFour();
  const found: [q: string, which: number[]][] = [
    ["worker", [1, 2, 3]],
    ["named worker", [1, 2, 3]],
    ['"named worker"', [1, 2, 3]],
    ['"worker was named"', [2]],
    ["\u201Cworker was named\u201D", [2]],
    ["priorit*", [3]],
    ["self-harm", [3]],
    ["worker -priorities", [1, 2]],
    ["-worker", [4]],
    ["late OR poor", [2, 3]],
    ["(late OR poor) -self-harm", [2]],
    ["NOT (late OR poor) worker", [1]],
    ["nothing", [1, 3, 4]],
    ["nothing nowhere", []],
  ];
  for (const [q, which] of found)
    expect({ q, which: await find(given, q) }).toEqual({ q, which });
});

test("keys find answers, kinds of people, days, lengths and calls", async () => {
  const given = await givenFour();
  const found: [q: string, which: number[]][] = [
    ["type:foster-carer", [1]],
    ["type:parent", [1, 2, 4]],
    ['type:"social worker"', [2, 4]],
    ["type:(foster-carer OR kinship-carer)", [1, 3]],
    [`q${place + 1}:"named worker"`, [1, 3]],
    [`${first}:worker`, [1, 2, 3]],
    [`q${place + 2}:"named worker"`, [2]],
    [`${first}:work*`, [1, 2, 3]],
    ["q1:adoptive", [1]],
    ["adoptive", []],
    ["consent:no", [2, 4]],
    ["consent:yes", [1, 3]],
    ["age:>9d", [1, 2]],
    ["age:<9d", [3, 4]],
    ["received:2021-02-15", [2]],
    ["received:2021-02-15..2021-02-20", [2, 3]],
    ["received:>2021-02-15", [3, 4]],
    ["received:2021-03", []],
    ["received:..2021-02-10", [1]],
    [`call:${given.other.slug}`, [4]],
    ["words:<8 sort:oldest", [1, 4]],
    ["words:1..5", [4]],
    ["channel:web", [1, 2, 3, 4]],
    ["channel:letter", []],
    [`ref:${given.references[1]?.slice(2, 6).toLowerCase()}`, [2]],
    ["sort:newest", [4, 3, 2, 1]],
    ["type:parent sort:newest", [4, 2, 1]],
    ["worker sort:newest", [3, 2, 1]],
    ["state:received", [1, 2, 3, 4]],
    ["-state:to-do", []],
  ];
  for (const [q, which] of found)
    expect({ q, which: await find(given, q) }).toEqual({ q, which });
});

test("the numbers beside the states follow the search (B7)", async () => {
  const given = await givenFour();
  const [, two = 0] = given.ids;
  await decideTriage(given.db, {
    responseId: two,
    rowVersion: 1,
    state: "triaged",
    assigneeId: null,
    note: "",
    actor: given.me,
    now,
  });
  const filter = { ...wholeQueue, state: "all" as const, q: "worker" };
  const viewer = { staffId: given.me.staffId, role: "reviewer" as const };
  const page = await selectQueuePage(given.db, { filter, viewer, now });
  expect(page).toMatchObject({
    total: 3,
    counts: { toDoCount: 2, allCount: 3 },
  });
  const ofState = { ...filter, state: "triaged" as const };
  expect(
    await selectQueuePage(given.db, { filter: ofState, viewer, now }),
  ).toMatchObject({ total: 1, counts: { toDoCount: 2, allCount: 3 } });
});

test("a key or a value that nobody knows is told, with the search as it was likely meant", async () => {
  const given = await givenFour();
  await givenTag(given.db, "Kinship");
  const viewer = { staffId: given.me.staffId, role: "reviewer" as const };
  const told = async (q: string) => {
    const filter = { ...wholeQueue, q, state: "all" as const };
    const { problems } = await selectQueuePage(given.db, {
      filter,
      viewer,
      now,
    });
    return problems;
  };
  expect(await told("worker tga:kinship")).toEqual([
    {
      reason: "unknown-key",
      key: "tga",
      nearest: "tag",
      corrected: "worker tag:kinship",
    },
  ]);
  expect(await told("whatsit:kinship")).toMatchObject([
    { reason: "unknown-key", key: "whatsit", corrected: undefined },
  ]);
  expect(await told("tag:kinshp -worker")).toMatchObject([
    {
      reason: "unknown-value",
      values: ["Kinship", "none"],
      nearest: "Kinship",
      corrected: "tag:Kinship -worker",
    },
  ]);
  expect(await told("age:soon")).toMatchObject([
    { reason: "unknown-value", key: "age", nearest: undefined },
  ]);
  expect(await told("constructor:kinship")).toMatchObject([
    { reason: "unknown-key", key: "constructor" },
  ]);
  const meant = { reason: "own-word", meant: "with:me" };
  expect(await told("Mine")).toMatchObject([meant]);
  expect(await told("coal mine")).toEqual([]);
  expect(await told("state:constructor")).toMatchObject([
    { values: expect.arrayContaining(["received", "to-do", "all"]) },
  ]);
  expect(await told("a".repeat(10_000))).toMatchObject([
    { reason: "too-long" },
  ]);
});

test("a key with nothing behind it is told with what may stand there, and so is a small or", async () => {
  const given = await givenFour();
  await givenTag(given.db, "Kinship");
  const viewer = { staffId: given.me.staffId, role: "reviewer" as const };
  const ask = (q: string) =>
    selectQueuePage(given.db, {
      ...{ filter: { ...wholeQueue, q, state: "all" as const }, viewer, now },
    });
  const told = async (q: string) => (await ask(q)).problems;
  const ofTag = { reason: "no-value", values: ["Kinship", "none"] };
  for (const q of ["tag:", 'worker -tag:""', "TAG:", "tag\uFF1A"])
    expect({ q, told: await told(q) }).toMatchObject({ q, told: [ofTag] });
  expect(await told("untagged:")).toMatchObject([{ values: ["yes", "no"] }]);
  expect(await told("by:")).toMatchObject([
    { values: expect.arrayContaining(["me", "none"]) },
  ]);
  expect(await told("sort:")).toMatchObject([
    { values: expect.arrayContaining(["due"]) },
  ]);
  expect(await told("q1:")).toMatchObject([{ key: "q1", of: undefined }]);
  expect(await told("worker -tag: kinship")).toMatchObject([
    { ...ofTag, corrected: "worker -tag:kinship" },
  ]);
  expect(await told("named worker or school")).toMatchObject([
    { word: "or", corrected: "(named worker) OR school" },
  ]);
  expect(await told("or school")).toEqual([]);
  expect(await told('"worker or school"')).toEqual([]);
  const [small, words] = [await ask("worker or"), await ask("worker or x")];
  expect(small.total).toBe(words.total);
});

test("a bracket or a quote that is left open is told; the link closes it where nothing is guessed", async () => {
  const given = await givenFour();
  const viewer = { staffId: given.me.staffId, role: "reviewer" as const };
  const told = async (q: string) => {
    const filter = { ...wholeQueue, q, state: "all" as const };
    const asked = { filter, viewer, now };
    const { problems } = await selectQueuePage(given.db, asked);
    return describeProblems(problems, filter).map((problem) => ({
      text: problem.text,
      label: problem.correction?.label,
    }));
  };
  const open = "A bracket is not closed. It was read as closed at the end.";
  expect(await told("worker (a OR b")).toEqual([
    { text: open, label: "worker (a OR b)" },
  ]);
  expect(await told('(a OR "named worker')).toMatchObject([
    { text: open, label: undefined },
    { label: 'a OR "named worker"' },
  ]);
  const unsure = [{ text: open, label: undefined }, { label: undefined }];
  expect(await told('(a "named worker tag:b')).toMatchObject(unsure);
  expect(await told("don\u2019t 5'10\" (worker)")).toEqual([]);
});
