import { expect, test } from "vitest";
import { sql } from "kysely";
import { engineOf } from "#app/db/engine.server.ts";
import { selectEvents } from "#app/domain/audit/audit.server.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import { type Call } from "#app/domain/calls/calls.server.ts";
import { checkDefinition } from "#app/domain/calls/definition.ts";
import {
  type EqualityQuestions,
  readTakenChoices,
  type TakenChoice,
} from "#app/domain/calls/equality.ts";
import { tellCount } from "#app/domain/equality/equality.ts";
import {
  countEqualityAnswers,
  readEqualityTotals,
} from "#app/domain/equality/equality.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { describeDefinitionProblem } from "#app/screens/review/definition-words.ts";
import { wordsIn } from "#app/words/words.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");
const choices = ["one", "two", "prefer-not-to-say"].map((value) => ({
  value,
  label: { en: value },
}));
const question = (id: string, more = {}) => ({
  ...{ id, label: { en: id }, choices, ...more },
});
const equality: EqualityQuestions = {
  why: { en: "To know whom we hear." },
  questions: [
    question("group"),
    question("detail", { under: { question: "group", choice: "one" } }),
    question("several", { several: true }),
  ],
};
const definition = { ...callForAdvice, equality };

async function givenEquality() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const earlier = await givenCall(db, { slug: "earlier", definition });
  const call = await givenCall(db, { slug: "advice", definition });
  const sendTo = async (call: Call) => {
    const { draft, holderKey } = await givenDraft(db, { call, now });
    const sent = await submitDraft(db, {
      ...{ draftId: draft.id, holderKey, secret: testSecret, now },
      messages: wordsIn("en").questions,
      randomBytes: context.randomBytes,
    });
    if (!sent.ok) throw new Error(sent.reason);
    return { callId: call.id, holderKey, publicId: draft.publicId, now };
  };
  const countFor = async (call: Call, taken: TakenChoice[]) =>
    countEqualityAnswers(db, { call, holder: await sendTo(call), taken });
  const countsOf = async (call: Call) =>
    (
      await db
        .selectFrom("equality_counts")
        .selectAll()
        .where("call_id", "=", call.id)
        .execute()
    ).map(({ question_id, value, count }) => [
      `${question_id}/${value}`,
      count,
    ]);
  await countFor(earlier, [took("group", "one")]);
  return {
    ...{ db, call, send: () => sendTo(call) },
    count: (taken: TakenChoice[]) => countFor(call, taken),
    counts: () => countsOf(call),
    countsOfEarlier: () => countsOf(earlier),
  };
}

const took = (questionId: string, value: string) => ({ questionId, value });

test("choices are counted once for each draft, whether it answers or not, and only for whoever sent it", async () => {
  const { db, call, send, count, counts, countsOfEarlier } =
    await givenEquality();
  const taken = [took("group", "one"), took("detail", "two")];
  await count([took("group", "two")]);
  const holder = await send();
  const strange = { ...holder, holderKey: "b".repeat(43) };
  const again = { call, holder, taken };
  expect(await countEqualityAnswers(db, { ...again, holder: strange })).toBe(
    false,
  );
  const both = [again, again].map((one) => countEqualityAnswers(db, one));
  expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
  const skipped = { call, holder: await send(), taken: [] };
  expect(await countEqualityAnswers(db, skipped)).toBe(true);
  expect(await countEqualityAnswers(db, { ...skipped, taken })).toBe(false);
  expect(Object.fromEntries(await counts())).toEqual({
    ...{ "group/one": 1, "group/two": 1, "group/prefer-not-to-say": 0 },
    ...{ "detail/one": 0, "detail/two": 1, "detail/prefer-not-to-say": 0 },
    ...{ "several/one": 0, "several/two": 0, "several/prefer-not-to-say": 0 },
  });
  const inEarlier = (await countsOfEarlier()).filter(([, count]) => count);
  expect(inEarlier).toEqual([["group/one", 1]]);
});

test("nothing of a count leads to a response: no event, no number, no time, no order", async () => {
  const { db, call, count, counts, send } = await givenEquality();
  await count([]);
  const eventsOf = async () =>
    (await db.selectFrom("events").select("id").execute()).length;
  const inForm = (await counts()).map(([key]) => key);
  const beforeSending = await eventsOf();
  const holder = await send();
  const before = await eventsOf();
  const ofSending = before - beforeSending;
  await countEqualityAnswers(db, { call, holder, taken: [] });
  expect(await eventsOf()).toBe(before);
  await count([took("several", "one"), took("group", "two")]);
  expect(await eventsOf()).toBe(before + ofSending);
  expect((await counts()).map(([key]) => key)).toEqual(inForm);
  const row = await db
    .selectFrom("equality_counts")
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(Object.keys(row).toSorted()).toEqual([
    "call_id",
    "count",
    "question_id",
    "value",
  ]);
  const written = await writtenTogether(db, call.id);
  expect(written).toBe(1);
});

/** PostgreSQL says of each row which transaction wrote it: all of a call's have the same. SQLite says nothing. */
async function writtenTogether(
  db: Awaited<ReturnType<typeof givenEquality>>["db"],
  callId: number,
): Promise<number> {
  if (engineOf(db) === "sqlite") return 1;
  const { rows } = await sql<{ writers: unknown }>`
    select count(distinct xmin::text) as writers from equality_counts
    where call_id = ${callId}
  `.execute(db);
  return Number(rows[0]?.writers);
}

test("totals are told after closing, to the nearest five, and looking is written down", async () => {
  const { db, call, count } = await givenEquality();
  for (let sent = 0; sent < 7; sent += 1) await count([took("group", "one")]);
  await count([took("group", "two")]);
  const viewer = await givenColleague(db, { role: "lead" });
  const read = { call, viewer, now };
  expect(await readEqualityTotals(db, read)).toEqual({
    ok: false,
    reason: "still-open",
  });
  const actor = { kind: "system" as const };
  await changeCallState(db, {
    callId: call.id,
    to: "closed",
    closesAt: null,
    actor,
    now,
  });
  const closed = { ...call, state: "closed" as const };
  const after = await readEqualityTotals(db, { ...read, call: closed });
  const told = after.ok ? after.totals.map(({ counts }) => counts) : [];
  expect(told[0]).toEqual([
    { value: "one", told: { kind: "about", count: 5 } },
    { value: "two", told: { kind: "fewer" } },
    { value: "prefer-not-to-say", told: { kind: "fewer" } },
  ]);
  const events = await selectEvents(db, {
    subject: { kind: "call", id: call.id },
  });
  expect(events.filter(({ type }) => type.includes("equality"))).toHaveLength(
    1,
  );
});

test("an answer that comes after closing, by a late code too, is not counted: it would be the difference between two readings", async () => {
  const { db, call, send, counts } = await givenEquality();
  const holder = await send();
  for (const state of ["closed", "closed-late-accepted"] as const) {
    const late = { call: { ...call, state }, holder, taken: [] };
    expect(await countEqualityAnswers(db, late)).toBe(false);
  }
  expect(await counts()).toEqual([]);
});

test.each([
  [0, "fewer"],
  [4, "fewer"],
  [5, 5],
  [7, 5],
  [8, 10],
  [1_002, 1_000],
])("%i is told as %s", (count, told) => {
  expect(tellCount(count)).toEqual(
    told === "fewer" ? { kind: "fewer" } : { kind: "about", count: told },
  );
});

test("of a form only what its questions have is taken: no second radio, no step of another choice, and nothing beside a refusal", () => {
  const read = (sent: Record<string, string[]>) =>
    readTakenChoices(equality, (id) => sent[id] ?? []).map(
      ({ questionId, value }) => `${questionId}/${value}`,
    );
  expect(read({ group: ["one"], detail: ["two"] })).toEqual([
    "group/one",
    "detail/two",
  ]);
  expect(read({ group: ["two"], detail: ["two"] })).toEqual(["group/two"]);
  expect(read({ group: ["one", "two"] })).toEqual([]);
  expect(read({ group: ["three"], other: ["one"] })).toEqual([]);
  const several = ["two", "one", "two"];
  expect(read({ several })).toEqual(["several/one", "several/two"]);
  expect(read({ several: [...several, "prefer-not-to-say"] })).toEqual([
    "several/prefer-not-to-say",
  ]);
});

test.each([
  [[question("a"), question("a")], 'Two equality questions have the id "a"'],
  [
    [question("a", { choices: choices.slice(0, 2) })],
    'Equality question "a" has no choice "prefer-not-to-say"',
  ],
  [
    [question("a", { choices: [...choices, ...choices.slice(1, 2)] })],
    'Equality question "a" has the choice "two" twice',
  ],
  [
    [question("a", { under: { question: "b", choice: "one" } }), question("b")],
    'Equality question "a" stands under a choice that no radios before it have',
  ],
])("a definition that cannot be counted is refused %#", (questions, said) => {
  const checked = checkDefinition({
    ...callForAdvice,
    equality: { ...equality, questions },
  });
  const problems = checked.ok ? [] : checked.problems;
  expect(problems.map(describeDefinitionProblem)).toEqual([said]);
});
