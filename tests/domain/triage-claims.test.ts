import type { Db } from "#app/db/schema.ts";
import { describe, expect, test } from "vitest";
import {
  claimNextResponse,
  claimResponse,
  releaseClaim,
  renewClaim,
} from "#app/domain/responses/claims.server.ts";
import {
  assignResponse,
  decideTriage,
} from "#app/domain/triage/decisions.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { selectStaffEvents } from "#tests/asking/events.ts";

const now = new Date("2021-03-01T10:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const find = (db: Db, reference: string) =>
  findVisibleResponse(db, { reference, viewer: anyLead, now });

describe("take next", () => {
  test("hands out the oldest response and moves it into triage", async () => {
    const { db } = openTestDatabase();
    const { references } = await givenQueue(db, 3);
    const { staffId } = await givenColleague(db);
    const next = await claimNextResponse(db, {
      staffId,
      role: "reviewer",
      now,
    });
    expect(next).toMatchObject({ ok: true, reference: references[0] });
    const standing = await find(db, references[0] ?? "");
    expect(standing).toMatchObject({
      state: "in-triage",
      claim: { staffId, expiresAt: later(30).toISOString() },
      rowVersion: 1,
    });
    expect(await selectStaffEvents(db)).toEqual([
      ["response.claimed", {}],
      ["response.state-changed", { from: "received", to: "in-triage" }],
    ]);
  });

  test("pressed again, it gives the same response and writes no second event", async () => {
    const { db } = openTestDatabase();
    await givenQueue(db, 2);
    const { staffId } = await givenColleague(db);
    const first = await claimNextResponse(db, {
      staffId,
      role: "reviewer",
      now,
    });
    const again = await claimNextResponse(db, {
      staffId,
      role: "reviewer",
      now: later(5),
    });
    expect(again).toMatchObject({ ...first, isNewClaim: false });
    expect(await selectStaffEvents(db)).toHaveLength(2);
  });

  test("gives two people two responses", async () => {
    const { db } = openTestDatabase();
    const { references } = await givenQueue(db, 2);
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    await claimNextResponse(db, { ...one, now });
    expect(await claimNextResponse(db, { ...other, now })).toMatchObject({
      ok: true,
      reference: references[1],
    });
  });

  test("prefers what is assigned to the person, and leaves what is assigned to a colleague", async () => {
    const { db } = openTestDatabase();
    const { references } = await givenQueue(db, 3);
    const me = await givenColleague(db);
    const colleague = await givenColleague(db);
    const assign = async (reference: string, assigneeId: string) => {
      const standing = await findVisibleResponse(db, {
        reference,
        viewer: anyLead,
        now,
      });
      if (!standing) throw new Error("no such response");
      const outcome = await assignResponse(db, {
        ...standing,
        assigneeId,
        actor: me,
        now,
      });
      expect(outcome.ok).toBe(true);
    };
    await assign(references[0] ?? "", colleague.staffId);
    await assign(references[2] ?? "", me.staffId);
    const taken = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const next = await claimNextResponse(db, { ...me, now });
      if (!next.ok) throw new Error(next.reason);
      taken.push(next.reference);
      const standing = await find(db, next.reference);
      await decideTriage(db, {
        ...next,
        rowVersion: standing?.rowVersion ?? 0,
        state: "triaged",
        assigneeId: standing?.assigneeId ?? null,
        note: "",
        actor: me,
        now,
      });
    }
    expect(taken).toEqual([references[2], references[1]]);
    expect(await claimNextResponse(db, { ...me, now })).toEqual({
      ok: false,
      reason: "all-claimed",
    });
  });

  test("stays within a call where one is named", async () => {
    const { db } = openTestDatabase();
    await givenQueue(db, 1);
    const { call, references } = await givenQueue(db, 1);
    const { staffId } = await givenColleague(db);
    expect(
      await claimNextResponse(db, {
        staffId,
        role: "reviewer",
        callId: call.id,
        now,
      }),
    ).toMatchObject({ reference: references[0] });
  });

  test("tells an empty queue from one that is all with colleagues", async () => {
    const { db } = openTestDatabase();
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    expect(await claimNextResponse(db, { ...one, now })).toEqual({
      ok: false,
      reason: "nothing-left",
    });
    await givenQueue(db, 1);
    await claimNextResponse(db, { ...one, now });
    expect(await claimNextResponse(db, { ...other, now })).toEqual({
      ok: false,
      reason: "all-claimed",
    });
  });

  test("hands a response on when its claim has run out", async () => {
    const { db } = openTestDatabase();
    const { references } = await givenQueue(db, 1);
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    await claimNextResponse(db, { ...one, now });
    expect(
      await claimNextResponse(db, { ...other, now: later(29) }),
    ).toMatchObject({ ok: false });
    expect(
      await claimNextResponse(db, { ...other, now: later(30) }),
    ).toMatchObject({ ok: true, reference: references[0], isNewClaim: true });
  });
});

describe("a claim", () => {
  test("lasts longer when it is renewed, also after it ran out if nobody took the response", async () => {
    const { db } = openTestDatabase();
    await givenQueue(db, 1);
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    const taken = await claimNextResponse(db, { ...one, now });
    if (!taken.ok) throw new Error(taken.reason);
    const { responseId } = taken;
    const renewed = await renewClaim(db, {
      responseId,
      staffId: one.staffId,
      now: later(40),
    });
    expect(renewed).toEqual({ claimExpiresAt: later(70).toISOString() });
    expect(
      await renewClaim(db, { responseId, staffId: other.staffId, now }),
    ).toBeUndefined();
  });

  test("cannot be taken from a colleague while it lives", async () => {
    const { db } = openTestDatabase();
    await givenQueue(db, 1);
    const one = await givenColleague(db, { name: "Asha" });
    const other = await givenColleague(db);
    const taken = await claimNextResponse(db, { ...one, now });
    if (!taken.ok) throw new Error(taken.reason);
    const claim = { ...other, responseId: taken.responseId };
    expect(await claimResponse(db, { ...claim, now })).toEqual({
      ok: false,
      reason: "claimed-by-other",
      claimedByName: "Asha",
    });
    expect(await claimResponse(db, { ...claim, now: later(31) })).toMatchObject(
      { ok: true },
    );
  });

  test("given back, leaves the response to the next person", async () => {
    const { db } = openTestDatabase();
    await givenQueue(db, 1);
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    const taken = await claimNextResponse(db, { ...one, now });
    if (!taken.ok) throw new Error(taken.reason);
    const { responseId } = taken;
    expect(
      await releaseClaim(db, { responseId, staffId: other.staffId, now }),
    ).toBe(false);
    expect(
      await releaseClaim(db, { responseId, staffId: one.staffId, now }),
    ).toBe(true);
    expect(await claimNextResponse(db, { ...other, now })).toMatchObject({
      ok: true,
      responseId,
    });
  });
});
