import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  claimNextResponse,
  claimResponse,
  releaseClaim,
  renewClaim,
} from "#app/domain/triage/claims.server.ts";
import {
  assignResponse,
  decideTriage,
} from "#app/domain/triage/decisions.server.ts";
import { findTriageStanding } from "#app/domain/triage/standing.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { givenColleague } from "#tests/setup/colleagues.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const now = new Date("2021-03-01T10:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const day = (date: number) => new Date(Date.UTC(2021, 1, date));

async function givenQueue(db: Db, count: number) {
  const call = await givenCall(db);
  const references: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { reference } = await givenResponse(db, {
      call,
      receivedAt: day(number),
    });
    references.push(reference);
  }
  return { call, references };
}

async function eventTypes(db: Db) {
  const events = await db
    .selectFrom("events")
    .select("type")
    .where("actor_kind", "=", "staff")
    .orderBy("id")
    .execute();
  return events.map((event) => event.type);
}

describe("take next", () => {
  test("hands out the oldest response and moves it into triage", async () => {
    const { db } = openTestDatabase();
    const { references } = await givenQueue(db, 3);
    const { staffId } = await givenColleague(db);
    const next = await claimNextResponse(db, { staffId, now });
    expect(next).toMatchObject({ ok: true, reference: references[0] });
    const standing = await findTriageStanding(db, references[0] ?? "", now);
    expect(standing).toMatchObject({
      state: "in-triage",
      claim: { staffId, expiresAt: later(30).toISOString() },
      rowVersion: 1,
    });
    expect(await eventTypes(db)).toEqual([
      "response.claimed",
      "response.state-changed",
    ]);
  });

  test("pressed again, it gives the same response and writes no second event", async () => {
    const { db } = openTestDatabase();
    await givenQueue(db, 2);
    const { staffId } = await givenColleague(db);
    const first = await claimNextResponse(db, { staffId, now });
    const again = await claimNextResponse(db, { staffId, now: later(5) });
    expect(again).toMatchObject({ ...first, isNewClaim: false });
    expect(await eventTypes(db)).toHaveLength(2);
  });

  test("gives two people two responses", async () => {
    const { db } = openTestDatabase();
    const { references } = await givenQueue(db, 2);
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    await claimNextResponse(db, { staffId: one.staffId, now });
    expect(
      await claimNextResponse(db, { staffId: other.staffId, now }),
    ).toMatchObject({ ok: true, reference: references[1] });
  });

  test("prefers what is assigned to the person, and leaves what is assigned to a colleague", async () => {
    const { db } = openTestDatabase();
    const { references } = await givenQueue(db, 3);
    const me = await givenColleague(db);
    const colleague = await givenColleague(db);
    const assign = async (reference: string, assigneeId: string) => {
      const standing = await findTriageStanding(db, reference, now);
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
      const next = await claimNextResponse(db, { staffId: me.staffId, now });
      if (!next.ok) throw new Error(next.reason);
      taken.push(next.reference);
      const standing = await findTriageStanding(db, next.reference, now);
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
    expect(await claimNextResponse(db, { staffId: me.staffId, now })).toEqual({
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
      await claimNextResponse(db, { staffId, callId: call.id, now }),
    ).toMatchObject({ reference: references[0] });
  });

  test("tells an empty queue from one that is all with colleagues", async () => {
    const { db } = openTestDatabase();
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    expect(await claimNextResponse(db, { staffId: one.staffId, now })).toEqual({
      ok: false,
      reason: "nothing-left",
    });
    await givenQueue(db, 1);
    await claimNextResponse(db, { staffId: one.staffId, now });
    expect(
      await claimNextResponse(db, { staffId: other.staffId, now }),
    ).toEqual({ ok: false, reason: "all-claimed" });
  });

  test("hands a response on when its claim has run out", async () => {
    const { db } = openTestDatabase();
    const { references } = await givenQueue(db, 1);
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    await claimNextResponse(db, { staffId: one.staffId, now });
    expect(
      await claimNextResponse(db, {
        staffId: other.staffId,
        now: later(29),
      }),
    ).toMatchObject({ ok: false });
    expect(
      await claimNextResponse(db, {
        staffId: other.staffId,
        now: later(30),
      }),
    ).toMatchObject({ ok: true, reference: references[0], isNewClaim: true });
  });
});

describe("a claim", () => {
  test("lasts longer when it is renewed, also after it ran out if nobody took the response", async () => {
    const { db } = openTestDatabase();
    await givenQueue(db, 1);
    const one = await givenColleague(db);
    const other = await givenColleague(db);
    const taken = await claimNextResponse(db, { staffId: one.staffId, now });
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
    const taken = await claimNextResponse(db, { staffId: one.staffId, now });
    if (!taken.ok) throw new Error(taken.reason);
    const claim = { responseId: taken.responseId, staffId: other.staffId };
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
    const taken = await claimNextResponse(db, { staffId: one.staffId, now });
    if (!taken.ok) throw new Error(taken.reason);
    const { responseId } = taken;
    expect(
      await releaseClaim(db, { responseId, staffId: other.staffId, now }),
    ).toBe(false);
    expect(
      await releaseClaim(db, { responseId, staffId: one.staffId, now }),
    ).toBe(true);
    expect(
      await claimNextResponse(db, { staffId: other.staffId, now }),
    ).toMatchObject({ ok: true, responseId });
  });
});

test("thirty people who press at once are given thirty responses", async () => {
  const { db } = openTestDatabase();
  await givenQueue(db, 40);
  const people = await Promise.all(
    Array.from({ length: 30 }, () => givenColleague(db)),
  );
  const claims = await Promise.all(
    people.map(({ staffId }) => claimNextResponse(db, { staffId, now })),
  );
  const references = claims.map((claim) => claim.ok && claim.reference);
  expect(new Set(references).size).toBe(30);
  expect(references).not.toContain(false);
});

test("four processes that read a whole queue together read each response once", async () => {
  const { db, file } = openTestDatabase();
  const { references } = await givenQueue(db, 60);
  const people = await Promise.all(
    Array.from({ length: 4 }, () => givenColleague(db)),
  );
  const readers = await Promise.all(
    people.map(({ staffId }) => readWholeQueue(file, staffId)),
  );
  const read = readers.flat();
  expect(read.length).toBe(60);
  expect(new Set(read)).toEqual(new Set(references));
  expect(readers.every((reader) => reader.length > 0)).toBe(true);
}, 60_000);

/** Runs a process that takes and decides until nothing is left; the references it was given. */
function readWholeQueue(file: string, staffId: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const reader = spawn(
      process.execPath,
      ["--import", "tsx", "tests/setup/queue-reader.ts", file, staffId],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let output = "";
    reader.stdout.on("data", (chunk) => (output += String(chunk)));
    reader.on("error", reject);
    reader.on("exit", (code) =>
      code === 0
        ? resolve(output.split("\n").filter(Boolean))
        : reject(new Error(`The reader ended with ${code}`)),
    );
  });
}
