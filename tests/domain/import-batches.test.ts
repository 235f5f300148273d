import { expect, test } from "vitest";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { maxRowsInBatch } from "#app/domain/imports/imports.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import {
  content,
  CutOff,
  cutOffAt,
  givenCallWithResponse,
  selectSourceKeys,
  takeAll,
  undo,
  whatIsSeen,
} from "#tests/asking/import-watching.ts";
import { check, importAll } from "#tests/given/imports.ts";

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

test("no batch is longer than 25 rows, and after each one others have their turn", async () => {
  const { db, call } = await givenCallWithResponse();
  const written: number[] = [];
  const pause = async () => {
    written.push((await selectSourceKeys(db)).length);
  };
  const given = { db, call, content: content(60) };
  await importAll(given, false, { rowsInBatch: 10_000, pause });
  expect(maxRowsInBatch).toBe(25);
  expect(written).toEqual([25, 50, 60]);
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
