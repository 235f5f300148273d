import { expect, test } from "vitest";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import {
  type QueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import {
  selectQueueChoices,
  selectQueuePage,
} from "#app/domain/triage/queue.server.ts";
import { describeQueue } from "#app/screens/review/queue.ts";
import { givenFour, now } from "#tests/given/searches.ts";

type Given = Awaited<ReturnType<typeof givenFour>>;

async function show(given: Given, change: Partial<QueueFilter> = {}) {
  const filter = { ...wholeQueue, ...change };
  const viewer = { staffId: given.me.staffId, role: "reviewer" as const };
  const page = await selectQueuePage(given.db, { filter, viewer, now });
  const choices = await selectQueueChoices(given.db);
  return describeQueue({
    views: [],
    staffId: "nobody",
    mayActInBulk: false,
    page,
    filter,
    ignored: [],
    choices,
    now,
  });
}

test("a row tells who speaks, how long it has waited and whether it may be quoted", async () => {
  const { rows } = await show(await givenFour());
  expect(rows.slice(0, 2)).toMatchObject([
    {
      speaker: "A foster carer or adoptive parent",
      mayBeQuoted: true,
      waiting: "Waiting 18 days",
      state: undefined,
    },
    {
      speaker: "A parent who has had a social worker",
      mayBeQuoted: false,
      waiting: "Waiting 13 days",
    },
  ]);
});

test("what is flagged is frozen out of every list but its own, which is the first of the states (A3)", async () => {
  const given = await givenFour();
  const [, , three = 0] = given.ids;
  const before = await show(given);
  expect(before.stateLinks[0]).toMatchObject({ label: "To do", count: "4" });
  await raiseSafeguardingFlag(given.db, {
    responseId: three,
    reason: "",
    actor: given.me,
    now,
  });
  const after = await show(given);
  expect(
    after.rows.map(({ reference }) => given.references.indexOf(reference)),
  ).toEqual([0, 1, 3]);
  expect(after.stateLinks[0]).toMatchObject({
    label: "Safeguarding",
    count: "1",
    isUrgent: true,
  });
  expect(after.order).toBe("oldest first");
  const all = await show(given, { state: "all", sort: "newest" });
  expect(
    all.rows.map(({ reference }) => given.references.indexOf(reference)),
  ).toEqual([3, 1, 0]);
  const own = await show(given, { state: "all", isFlagged: true });
  expect(
    own.rows.map(({ reference }) => given.references.indexOf(reference)),
  ).toEqual([2]);
});

test("a search is told beside its box with the one that was likely meant, and its words are marked", async () => {
  const given = await givenFour();
  const { search, rows, heading } = await show(given, {
    q: '"worker was" tga:school',
    state: "all",
  });
  expect(search.problems).toEqual([
    {
      text: "There is no \u201Ctga:\u201D to search by. It was searched for as words.",
      correction: {
        label: "tag:",
        href: "/review/queue?q=%22worker+was%22+tag%3Aschool",
      },
    },
  ]);
  expect(heading).toContain("0 responses match");
  expect(rows).toEqual([]);
  const found = await show(given, {
    q: '"worker was" OR priorit*',
    state: "all",
  });
  const marked = found.rows.map(({ excerpt }) =>
    excerpt.filter(({ isHit }) => isHit).map(({ text }) => text),
  );
  expect(marked).toEqual([["worker was"], ["Priorities"]]);
});

test("a link to another state keeps the search but for the state that it names", async () => {
  const given = await givenFour();
  const { stateLinks } = await show(given, {
    q: "worker state:received",
    state: "received",
  });
  expect(
    stateLinks.map(({ label, count, href }) => [label, count, href]),
  ).toEqual(
    expect.arrayContaining([
      ["To do", "3", "/review/queue?state=to-do&q=worker"],
      ["Received", "3", "/review/queue?state=received&q=worker"],
    ]),
  );
});

test("a search of 10,000 characters is told, stays in its box and finds nothing", async () => {
  const q = "care ".repeat(2_000);
  const screen = await show(await givenFour(), { q, state: "all" });
  expect(screen.search.chosen.q).toBe(q);
  expect(screen.search.problems[0]?.text).toBe(
    "A search can have 2,000 characters. This one has 10,000: make it shorter.",
  );
  expect(screen.heading.length).toBeLessThan(200);
  expect(screen.rows).toEqual([]);
});

test("the usual order is sent as nothing, so that a search typed into the list has its own", async () => {
  const given = await givenFour();
  const usual = (screen: Awaited<ReturnType<typeof show>>) =>
    screen.search.sorts.filter(({ value }) => value === "");
  expect(usual(await show(given))).toMatchObject([{ label: "Oldest first" }]);
  expect(usual(await show(given, { q: "worker" }))).toMatchObject([
    { label: "As put into Heard", isChosen: true },
  ]);
  const named = await show(given, { q: "worker sort:newest" });
  expect(usual(named)).toEqual([]);
  expect(named.search.sorts.find(({ isChosen }) => isChosen)?.value).toBe(
    "newest",
  );
});
