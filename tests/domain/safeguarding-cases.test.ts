import { describe, expect, test } from "vitest";
import { setStaffDisabled } from "#tests/given/safeguarding.ts";
import {
  answerProposal,
  proposeOutcome,
} from "#app/domain/responses/safeguarding/deciding.server.ts";
import {
  recordPassing,
  takeUpCase,
} from "#app/domain/responses/safeguarding/handling.server.ts";
import {
  countCases,
  readLane,
  readWholeCase,
} from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import { openResponse } from "#app/domain/responses/readings.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";

const now = new Date("2026-11-20T10:00:00.000Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

/** A case after a colleague's, which came first everywhere. */
async function givenCase() {
  const { db } = openTestDatabase();
  const amina = await givenColleague(db, { name: "Amina" });
  const lena = await givenColleague(db, { name: "Lena", role: "lead" });
  const mo = await givenColleague(db, { name: "Mo", role: "admin" });
  const other = await givenResponse(db);
  const flag = { actor: amina, now: later(-1) };
  const reason = "He says he will not go home.";
  await raiseSafeguardingFlag(db, {
    ...{ ...flag, responseId: other.responseId, reason: "Another." },
  });
  const { responseId, reference } = await givenResponse(db);
  await raiseSafeguardingFlag(db, {
    ...{ ...flag, now, responseId, reason, kind: "child" },
  });
  const about = (actor: typeof lena, at = now) => ({
    ...{ responseId, actor, now: at, words: "The council was told." },
  });
  const propose = (
    actor: typeof lena,
    ending: "release" | "hold" = "release",
  ) => proposeOutcome(db, { ...about(actor), outcome: "passed-on", ending });
  const whole = () => readWholeCase(db, { responseId, viewer: lena });
  const answer = async (actor: typeof lena, agrees = true) => {
    const proposalId = (await whole())?.proposals.at(-1)?.proposalId ?? 0;
    return answerProposal(db, {
      ...{ ...about(actor), proposalId },
      answer: agrees ? "agreed" : "sent-back",
    });
  };
  const isFrozen = async () => {
    const seen = { responseId, viewer: lena, now };
    return (await readVisibleResponse(db, seen)).isFlagged;
  };
  return {
    ...{ db, amina, lena, mo, other, responseId, reference },
    ...{ about, propose, answer, whole, isFrozen, reason },
  };
}

test("a flag opens a case with what it is about and what was written, in the lane of those who decide", async () => {
  const { db, lena, amina, reference, reason, other } = await givenCase();
  const lane = await readLane(db, lena);
  expect(lane).toMatchObject({
    open: [
      { reference: other.reference, kind: "other" },
      {
        ...{ reference, kind: "child", words: reason },
        ...{ openedBy: { name: "Amina" }, openedAt: now.toISOString() },
      },
    ],
    closed: [],
  });
  expect(await readLane(db, amina)).toEqual({ open: [], closed: [] });
});

describe("taking up", () => {
  test("stops the clock; whoever is slower is told, and may take it over knowing it", async () => {
    const { db, about, lena, mo, responseId } = await givenCase();
    const clock = { hours: 24, now: later(24) };
    expect(await countCases(db, lena, clock)).toEqual({ open: 2, overdue: 2 });
    const take = (actor: typeof lena, seenTakenById = "") =>
      takeUpCase(db, { ...about(actor), seenTakenById });
    const both = await Promise.all([take(lena), take(mo)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      reason: "taken-meanwhile",
    });
    expect(await countCases(db, lena, clock)).toEqual({ open: 2, overdue: 1 });
    const whole = await readWholeCase(db, { responseId, viewer: lena });
    const taker = whole?.takenUp?.staffId ?? "";
    const [slower] = [lena, mo].filter(({ staffId }) => staffId !== taker);
    expect(await take(slower ?? mo, taker)).toEqual({ ok: true });
  });

  test("by somebody who has left since is as if nobody had", async () => {
    const { db, about, lena, mo } = await givenCase();
    await takeUpCase(db, { ...about(mo), seenTakenById: "" });
    await setStaffDisabled(db, mo.staffId, now);
    const clock = { hours: 24, now: later(24) };
    expect(await countCases(db, lena, clock)).toEqual({ open: 2, overdue: 2 });
  });

  test("is for those who decide about cases, like all else of them", async () => {
    const { db, about, amina, propose, answer, lena } = await givenCase();
    const refused = { ok: false, reason: "not-allowed" };
    const { words: why, ...work } = about(amina);
    expect(await takeUpCase(db, { ...work, seenTakenById: "" })).toEqual(
      refused,
    );
    const passing = {
      passedTo: "A",
      passedOn: "2026-11-20",
      way: "phone",
      why,
    };
    expect(
      await recordPassing(db, { ...work, ...passing, way: "phone" }),
    ).toEqual(refused);
    expect(await propose(amina)).toEqual(refused);
    await propose(lena);
    expect(await answer(amina)).toEqual(refused);
  });
});

describe("closing", () => {
  test("takes two people: whoever proposed it cannot agree, and another can", async () => {
    const { propose, answer, lena, mo, isFrozen, whole } = await givenCase();
    expect(await propose(lena)).toEqual({ ok: true });
    expect(await answer(lena)).toEqual({ ok: false, reason: "same-person" });
    expect(await isFrozen()).toBe(true);
    expect(await answer(mo)).toEqual({ ok: true, ending: "release" });
    expect(await isFrozen()).toBe(false);
    expect(await whole()).toMatchObject({
      closedAt: now.toISOString(),
      proposals: [
        {
          ...{ proposedBy: "Lena", words: "The council was told." },
          answer: { answer: "agreed", by: "Mo" },
        },
      ],
    });
    expect(await answer(mo)).toEqual({ ok: false, reason: "no-case" });
  });

  test("what is sent back can be proposed again, and what was seen before is not agreed to", async () => {
    const { db, propose, answer, lena, mo, about, whole, isFrozen } =
      await givenCase();
    await propose(lena);
    const first = (await whole())?.proposals[0]?.proposalId ?? 0;
    expect(await answer(mo, false)).toEqual({ ok: true, ending: undefined });
    await propose(lena);
    const stale = { proposalId: first, answer: "agreed" as const };
    expect(await answerProposal(db, { ...about(mo), ...stale })).toEqual({
      ok: false,
      reason: "changed-meanwhile",
    });
    expect(await isFrozen()).toBe(true);
    expect(await answer(mo)).toMatchObject({ ok: true });
  });

  test("two who propose, or agree, at once are one", async () => {
    const { db, propose, answer, lena, mo, isFrozen } = await givenCase();
    const proposed = await Promise.all([propose(lena), propose(mo)]);
    expect(proposed.filter(({ ok }) => ok)).toHaveLength(1);
    const eve = await givenColleague(db, { role: "lead" });
    const ann = await givenColleague(db, { role: "lead" });
    const agreed = await Promise.all([answer(eve), answer(ann)]);
    expect(agreed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await isFrozen()).toBe(false);
  });

  test("what is held stays out of every list without a case, and another flag opens one", async () => {
    const { db, propose, answer, lena, mo, amina, responseId, isFrozen } =
      await givenCase();
    await propose(lena, "hold");
    expect(await answer(mo)).toEqual({ ok: true, ending: "hold" });
    expect(await isFrozen()).toBe(true);
    expect((await readLane(db, lena)).open).toHaveLength(1);
    const flag = { responseId, reason: "Again.", actor: amina, now: later(1) };
    expect(await raiseSafeguardingFlag(db, flag)).toEqual({
      wasRaisedAlready: false,
    });
    expect((await readLane(db, lena)).open).toHaveLength(2);
  });

  test("needs words", async () => {
    const { db, about, lena } = await givenCase();
    const proposal = { outcome: "passed-on", ending: "release" } as const;
    const words = "  ";
    expect(
      await proposeOutcome(db, { ...about(lena), ...proposal, words }),
    ).toEqual({ ok: false, reason: "words-needed" });
  });
});

test("every reading since the flag is in the case, once for a sitting, also of whoever had it open before", async () => {
  const { db, amina, lena, reference, responseId, whole } = await givenCase();
  const open = (staff: typeof lena, at: Date) =>
    openResponse(db, { reference, staff, now: at });
  await open(amina, later(0.1));
  await open(amina, later(0.2));
  await open(lena, later(2));
  await open(amina, later(3));
  const names = (await whole())?.readings.map(({ name }) => name);
  expect(names).toEqual(["Amina", "Lena", "Amina"]);
  const before = await givenResponse(db);
  await openResponse(db, { reference: before.reference, staff: lena, now });
  const flag = { responseId: before.responseId, reason: "", actor: amina };
  await raiseSafeguardingFlag(db, { ...flag, now: later(0.1) });
  const seen = { reference: before.reference, staff: lena, now: later(0.2) };
  await openResponse(db, seen);
  const viewer = lena;
  const one = await readWholeCase(db, {
    responseId: before.responseId,
    viewer,
  });
  expect(one?.readings).toMatchObject([{ name: "Lena" }]);
  expect(responseId).not.toBe(before.responseId);
});

test("what was passed on is in the case, and in no event", async () => {
  const { db, about, lena, whole } = await givenCase();
  const { words: _words, ...work } = about(lena);
  const passing = { passedTo: "The council", passedOn: "2026-11-20" };
  const why = "A street is named.";
  await recordPassing(db, { ...work, ...passing, way: "phone", why });
  expect((await whole())?.passings).toMatchObject([
    { ...passing, way: "phone", reason: why, recordedBy: "Lena" },
  ]);
  const events = await db.selectFrom("events").selectAll().execute();
  expect(JSON.stringify(events)).not.toMatch(/council|street/);
});
