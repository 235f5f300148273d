import { expect, test } from "vitest";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import {
  type CallStep,
  callSteps,
  stepRefusal,
} from "#app/domain/calls/call-steps.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { callStates, mayBecome } from "#app/domain/calls/calls.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-27T12:00:00.000Z");
const actor = { kind: "system" as const };
const [past, soon, later] = [
  "2026-11-20T17:00:00.000Z",
  "2026-12-04T17:00:00.000Z",
  "2026-12-11T17:00:00.000Z",
];

type Times = Parameters<typeof stepRefusal>[1];
const possible = (state: Times["state"], times: Partial<Times> = {}) =>
  callSteps.filter(
    (step) =>
      !stepRefusal(
        step,
        { state, opensAt: null, closesAt: null, ...times },
        now,
      ),
  );

test("what can be done about a call goes by where it stands", () => {
  const expected: [CallStep[], CallStep[]][] = [
    [possible("draft"), ["open"]],
    [
      possible("open", { opensAt: soon }),
      ["open", "prepare", "announce", "late", "close"],
    ],
    [
      possible("closing-announced", { opensAt: soon, closesAt: later }),
      ["open", "prepare", "extend", "earlier", "late", "close"],
    ],
    [possible("open"), ["announce", "late", "close"]],
    [
      possible("closing-announced", { closesAt: soon }),
      ["extend", "earlier", "late", "close"],
    ],
    [
      possible("closing-announced", { closesAt: past }),
      ["extend", "late", "archive"],
    ],
    [possible("closed-late-accepted"), ["extend", "close"]],
    [possible("closed"), ["extend", "late", "archive"]],
    [possible("archived"), []],
  ];
  for (const [found, steps] of expected) expect(found).toEqual(steps);
});

test("nothing comes of an archived call, and a state is kept only with other times", () => {
  for (const state of callStates) {
    const archived = {
      state: "archived",
      opensAt: null,
      closesAt: past,
    } as const;
    expect(mayBecome(archived, { ...archived, state }, now)).toBe(false);
    const same = { state, opensAt: null, closesAt: soon };
    expect(mayBecome(same, same, now)).toBe(false);
  }
});

async function givenThree() {
  const { db } = openTestDatabase();
  const announced = { state: "closing-announced", closesAt: soon } as const;
  const first = await givenCall(db, announced);
  const own = await givenCall(db, announced);
  const extend = (to: string, more = {}) =>
    changeCallState(db, {
      ...{ callId: own.id, to: "closing-announced", closesAt: to, actor, now },
      ...more,
    });
  return { db, first, own, extend };
}

test("each closing that people were told stays told, with who decided it, also where it is brought forward", async () => {
  const { db, first, own, extend } = await givenThree();
  const next = "2026-12-18T17:00:00.000Z";
  expect(await extend(later)).toEqual({ ok: true });
  expect(await extend(next, { decidedBy: "the Chair" })).toEqual({ ok: true });
  expect(await extend(later)).toEqual({ ok: true });
  const at = now.toISOString();
  expect((await findCall(db, own.id)).extensions).toEqual([
    { from: soon, to: later, at, decidedBy: null },
    { from: later, to: next, at, decidedBy: "the Chair" },
    { from: next, to: later, at, decidedBy: null },
  ]);
  expect(await findCall(db, first.id)).toEqual(first);
});

test("of two who change a call that they saw alike, one does, and the other is told", async () => {
  const { db, own, extend } = await givenThree();
  const seen = { seenVersion: own.rowVersion };
  const both = await Promise.all([extend(later, seen), extend(later, seen)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: "changed-meanwhile" });
  expect((await findCall(db, own.id)).extensions).toHaveLength(1);
});

test("an opening that was announced is taken back, and nothing that people could answer", async () => {
  const { db } = openTestDatabase();
  const announced = { state: "open", opensAt: soon } as const;
  const before = await givenCall(db, announced);
  const own = await givenCall(db, announced);
  const back = (callId: number, at: Date) =>
    changeCallState(db, {
      ...{ callId, to: "draft", opensAt: null, closesAt: null, actor, now: at },
    });
  expect(await back(own.id, new Date(soon!))).toMatchObject({
    reason: "not-allowed",
  });
  expect(await back(own.id, now)).toEqual({ ok: true });
  expect(await findCall(db, own.id)).toMatchObject({
    ...{ state: "draft", opensAt: null, closesAt: null },
  });
  expect(await findCall(db, before.id)).toMatchObject(announced);
});
