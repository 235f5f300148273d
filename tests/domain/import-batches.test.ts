import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { maxRowsInBatch } from "#app/domain/imports/imports.server.ts";
import { undoImport } from "#app/domain/imports/undo-import.server.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { claimNextResponse } from "#app/domain/triage/claims.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { findTriageStanding } from "#app/domain/triage/standing.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { givenColleague } from "#tests/setup/colleagues.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { check, importAll, now, rows } from "#tests/setup/imports.ts";

const lineOf = (number: number) =>
  `${number},03/07/2026,P,Lighthouse number ${number}.,`;
const content = (count: number) =>
  rows(...Array.from({ length: count }, (_, index) => lineOf(index + 1)));

class CutOff extends Error {}

/** Something that is called again and again, and at its nth call ends the work as a kill would. */
function cutOffAt(nth: number) {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls === nth) throw new CutOff();
  };
}

async function givenCallWithResponse() {
  const { db, file } = openTestDatabase();
  const call = await givenCall(db);
  const answers = { "respondent-kind": "parent", "what-first": "Lighthouse." };
  const earlier = await givenResponse(db, {
    call,
    answers,
    receivedAt: new Date("2026-01-01T00:00:00Z"),
  });
  await indexResponse(db, earlier);
  return { db, file, call, earlier };
}

const selectSourceKeys = async (db: Db) => {
  const found = await db
    .selectFrom("responses")
    .select("source_key")
    .where("source_key", "is not", null)
    .orderBy("id")
    .execute();
  return found.map((row) => Number(row.source_key));
};

/** What the review team sees, by every way that they have. */
async function whatIsSeen(db: Db, call: Call) {
  const { staffId } = await givenColleague(db);
  const ids = await db
    .selectFrom("responses")
    .select(["id", "reference"])
    .where("import_id", "is not", null)
    .execute();
  for (const { id } of ids) await indexResponse(db, { responseId: id });
  const page = (change: object) =>
    selectQueuePage(db, { filter: { ...wholeQueue, ...change }, staffId, now });
  const queues = [
    await page({}),
    await page({ state: "all" }),
    await page({ state: "received" }),
    await page({ callSlug: call.slug, state: "all" }),
    await page({ q: "lighthouse" }),
    await page({ q: "lighthouse", state: "all" }),
  ];
  const opened = await Promise.all(
    ids.flatMap(({ reference }) => [
      findTriageStanding(db, reference, now),
      findResponseForReview(db, reference),
    ]),
  );
  return {
    listed: queues.map(({ rows: listed }) => listed.length),
    totals: queues.map(({ total }) => total),
    opened: opened.filter((found) => found !== undefined).length,
    stored: ids.length,
  };
}

/** Nothing that is claimed is left, so that what is left must have been hidden. */
async function decideAll(db: Db) {
  await db
    .updateTable("responses")
    .set({ state: "triaged", awaits_triage: 0 })
    .where("claimed_by", "is not", null)
    .execute();
}

async function takeAll(db: Db) {
  let taken = 0;
  for (;;) {
    const { staffId } = await givenColleague(db);
    const next = await claimNextResponse(db, { staffId, now });
    if (!next.ok) {
      expect(next.reason).toBe("nothing-left");
      return taken;
    }
    await decideAll(db);
    taken += 1;
  }
}

test("nobody sees a row of an import before the last one is in, nor one that is being undone", async () => {
  const { db, call } = await givenCallWithResponse();
  const given = { db, call, content: content(5) };
  const hidden = {
    listed: Array(6).fill(1),
    totals: Array(6).fill(1),
    opened: 0,
  };
  const pause = async () => {
    const seen = await whatIsSeen(db, call);
    expect(seen).toMatchObject(hidden);
    expect(seen.stored).toBeGreaterThan(0);
  };
  const outcome = await importAll(given, false, { rowsInBatch: 2, pause });
  expect(outcome).toMatchObject({ ok: true, importedCount: 5 });
  expect(await whatIsSeen(db, call)).toEqual({
    listed: Array(6).fill(6),
    totals: Array(6).fill(6),
    opened: 10,
    stored: 5,
  });
  const undone = undo(db, 1, { rowsInBatch: 2, pause: cutOffAt(1) });
  await expect(undone).rejects.toThrow(CutOff);
  expect(await whatIsSeen(db, call)).toMatchObject({ ...hidden, stored: 3 });
  expect(await takeAll(db)).toBe(1);
});

test("'take next' hands out no row of an import that is coming in", async () => {
  const { db, call } = await givenCallWithResponse();
  const given = { db, call, content: content(5) };
  const cut = importAll(given, false, { rowsInBatch: 2, pause: cutOffAt(2) });
  await expect(cut).rejects.toThrow(CutOff);
  expect(await selectSourceKeys(db)).toHaveLength(4);
  expect(await takeAll(db)).toBe(1);
});

test.each([1, 2, 3, 4])(
  "an import cut off between two batches (%i) goes on where it stood",
  async (nth) => {
    const { db, call } = await givenCallWithResponse();
    const given = { db, call, content: content(7) };
    const cut = importAll(given, false, {
      rowsInBatch: 2,
      pause: cutOffAt(nth),
    });
    await expect(cut).rejects.toThrow(CutOff);
    const { outcome } = await check(given);
    expect(outcome).toMatchObject({
      ok: true,
      check: { acceptedCount: 7, refusedCount: 0, resumes: { importId: 1 } },
    });
    const ended = await importAll(given, false, { rowsInBatch: 3 });
    expect(ended).toEqual({ ok: true, importId: 1, importedCount: 7 });
    expect(await selectSourceKeys(db)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await verifyChain(db)).toMatchObject({ ok: true });
  },
);

test("an import cut off inside a batch leaves nothing of that batch, and goes on", async () => {
  const { db, call } = await givenCallWithResponse();
  const given = { db, call, content: content(7) };
  let drawn = 0;
  const cut = importAll(given, false, {
    rowsInBatch: 3,
    randomBytes: (count) => {
      drawn += 1;
      if (drawn === 5) throw new CutOff();
      return Buffer.alloc(count, drawn);
    },
  });
  await expect(cut).rejects.toThrow(CutOff);
  expect(await selectSourceKeys(db)).toEqual([1, 2, 3]);
  await importAll(given);
  expect(await selectSourceKeys(db)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await verifyChain(db)).toMatchObject({ ok: true });
});

test("no batch is longer than 200 rows, and after each one others have their turn", async () => {
  const { db, call } = await givenCallWithResponse();
  const written: number[] = [];
  const pause = async () => {
    written.push((await selectSourceKeys(db)).length);
  };
  const given = { db, call, content: content(450) };
  await importAll(given, false, { rowsInBatch: 10_000, pause });
  expect(maxRowsInBatch).toBe(200);
  expect(written).toEqual([200, 400, 450]);
});

test("another file waits until the import before it has ended, and so does the same with another map", async () => {
  const { db, call } = await givenCallWithResponse();
  const given = { db, call, content: content(5) };
  const cut = importAll(given, false, { rowsInBatch: 2, pause: cutOffAt(1) });
  await expect(cut).rejects.toThrow(CutOff);
  const other = await check({ ...given, content: content(6) });
  expect(other.outcome).toEqual({
    ok: false,
    reason: "another-under-way",
    importId: 1,
  });
  const otherwise = await importAll(given, true);
  expect(otherwise).toEqual({ ok: false, reason: "begun-otherwise" });
  const elsewhere = await givenCall(db);
  const there = await importAll({ ...given, call: elsewhere });
  expect(there).toMatchObject({ ok: true, importedCount: 5 });
});

test("of two processes that go on with one import, one stops and no row comes in twice", async () => {
  const { db, call } = await givenCallWithResponse();
  const given = { db, call, content: content(9) };
  const cut = importAll(given, false, { rowsInBatch: 2, pause: cutOffAt(1) });
  await expect(cut).rejects.toThrow(CutOff);
  const outcomes = await Promise.all(
    [1, 2].map(() => importAll(given, false, { rowsInBatch: 2 })),
  );
  expect(outcomes).toContainEqual({ ok: false, reason: "taken-over" });
  expect(await selectSourceKeys(db)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

function undo(
  db: Db,
  importId: number,
  options: Partial<Parameters<typeof undoImport>[1]> = {},
) {
  return undoImport(db, {
    importId,
    evenIfWorkedOn: false,
    actor: { kind: "system" },
    now,
    pause: async () => undefined,
    ...options,
  });
}

test("an import is undone as a whole, whatever was cut off, and its file may come in again", async () => {
  const { db, call, earlier } = await givenCallWithResponse();
  const given = { db, call, content: content(7) };
  await importAll(given);
  const other = await importAll({ db, call, content: rows(lineOf(99)) });
  await whatIsSeen(db, call);
  for (const nth of [1, 2])
    await expect(
      undo(db, 1, { rowsInBatch: 2, pause: cutOffAt(nth) }),
    ).rejects.toThrow(CutOff);
  expect(await undo(db, 1)).toEqual({ ok: true, removedCount: 1 });
  expect(await selectSourceKeys(db)).toEqual([99]);
  expect(await undo(db, 1)).toEqual({ ok: false, reason: "already-undone" });
  expect(await undo(db, 77)).toEqual({ ok: false, reason: "not-found" });
  expect(other).toMatchObject({ importId: 2 });
  const seen = await whatIsSeen(db, call);
  expect(seen).toMatchObject({ totals: Array(6).fill(2), stored: 1 });
  expect(await findTriageStanding(db, earlier.reference, now)).toBeDefined();
  const again = await importAll(given);
  expect(again).toEqual({ ok: true, importId: 3, importedCount: 7 });
  expect(await verifyChain(db)).toMatchObject({ ok: true });
});

test("an import that is half in is undone too", async () => {
  const { db, call } = await givenCallWithResponse();
  const given = { db, call, content: content(5) };
  const cut = importAll(given, false, { rowsInBatch: 2, pause: cutOffAt(2) });
  await expect(cut).rejects.toThrow(CutOff);
  expect(await undo(db, 1)).toEqual({ ok: true, removedCount: 4 });
  expect(await selectSourceKeys(db)).toEqual([]);
});

test("an import on which somebody has worked is undone only when that is said", async () => {
  const { db, call } = await givenCallWithResponse();
  await importAll({ db, call, content: content(3) });
  const { staffId } = await givenColleague(db);
  await takeAll(db);
  expect(staffId).toBeDefined();
  const refused = await undo(db, 1);
  expect(refused).toEqual({ ok: false, reason: "worked-on", workedOnCount: 3 });
  const done = await undo(db, 1, { evenIfWorkedOn: true });
  expect(done).toEqual({ ok: true, removedCount: 3 });
});
