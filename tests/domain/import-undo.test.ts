import { expect, test } from "vitest";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { givenColleague } from "#tests/given/people.ts";
import {
  content,
  CutOff,
  cutOffAt,
  givenCallWithResponse,
  lineOf,
  selectSourceKeys,
  takeAll,
  undo,
  whatIsSeen,
} from "#tests/asking/import-watching.ts";
import { importAll, now, rows } from "#tests/given/imports.ts";

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
  const viewer = await givenColleague(db);
  const { reference } = earlier;
  const kept = await findVisibleResponse(db, { reference, viewer, now });
  expect(kept).toBeDefined();
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
  await takeAll(db);
  const refused = await undo(db, 1);
  expect(refused).toEqual({ ok: false, reason: "worked-on", workedOnCount: 3 });
  const done = await undo(db, 1, { evenIfWorkedOn: true });
  expect(done).toEqual({ ok: true, removedCount: 3 });
});
