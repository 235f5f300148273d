import { describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import {
  claimNextResponse,
  claimResponse,
} from "#app/domain/responses/claims.server.ts";
import { findSkip, skipResponse } from "#app/domain/responses/skips.server.ts";
import {
  findVisibleResponse,
  readVisibleResponse,
} from "#app/domain/responses/visible-responses.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import {
  findNeighbours,
  isWhatThereIsToDo,
  takeNextOfList,
} from "#app/domain/triage/list-walk.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { givenQueue } from "#tests/given/queues.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

async function givenList(count = 4) {
  const { db } = openTestDatabase();
  const { references } = await givenQueue(db, count);
  const amina = await givenColleague(db, { name: "Amina" });
  const bo = await givenColleague(db, { name: "Bo" });
  const ids: number[] = [];
  for (const reference of references) {
    const sought = { reference, viewer: anyLead, now };
    ids.push((await findVisibleResponse(db, sought))?.responseId ?? 0);
  }
  const at = (index: number) => readAt(db, ids[index] ?? 0);
  const toDo = { filter: wholeQueue, viewer: amina, now };
  return { db, references, ids, amina, bo, at, toDo };
}

function readAt(db: Db, responseId: number) {
  return readVisibleResponse(db, { responseId, viewer: anyLead, now });
}

describe("the neighbours of a response in a list", () => {
  test("stand before and after it, and none beyond the ends", async () => {
    const { db, references, at, toDo } = await givenList();
    const [first, second, third, fourth] = references;
    const beside = async (index: number) =>
      findNeighbours(db, { ...toDo, at: await at(index) });
    expect(await beside(0)).toEqual({ previous: undefined, next: second });
    expect(await beside(2)).toEqual({ previous: second, next: fourth });
    expect(await beside(3)).toEqual({ previous: third, next: undefined });
    expect(first).toBeDefined();
  });

  test("are of the list also where it has left the list itself, and others have", async () => {
    const { db, references, ids, amina, at, toDo } = await givenList();
    for (const responseId of [ids[1] ?? 0, ids[2] ?? 0])
      await decideTriage(db, {
        ...{ responseId, rowVersion: 1, state: "triaged" },
        ...{ assigneeId: null, note: "", actor: amina, now },
      });
    expect(await findNeighbours(db, { ...toDo, at: await at(1) })).toEqual({
      previous: references[0],
      next: references[3],
    });
  });
});

describe("the next of a list", () => {
  test("is the one after, taken for its reader; then the list begins again", async () => {
    const { db, references, amina, at, toDo } = await givenList(3);
    expect(await takeNextOfList(db, { ...toDo, at: await at(1) })).toBe(
      references[2],
    );
    expect((await at(2)).claim?.staffId).toBe(amina.staffId);
    expect(await takeNextOfList(db, { ...toDo, at: await at(2) })).toBe(
      references[0],
    );
  });

  test("is none that a colleague reads or that one skipped, and in the end none", async () => {
    const { db, references, ids, amina, bo, at, toDo } = await givenList(4);
    await claimResponse(db, { ...bo, responseId: ids[1] ?? 0, now });
    const skip = { actor: amina, reason: "language", now } as const;
    await skipResponse(db, { ...skip, responseId: ids[2] ?? 0 });
    expect(await takeNextOfList(db, { ...toDo, at: await at(0) })).toBe(
      references[3],
    );
    for (const responseId of [ids[0] ?? 0, ids[3] ?? 0])
      await skipResponse(db, { ...skip, responseId });
    expect(
      await takeNextOfList(db, { ...toDo, at: await at(0) }),
    ).toBeUndefined();
  });

  test("of what was decided is read and not taken", async () => {
    const { db, references, ids, amina, at, toDo } = await givenList(3);
    for (const responseId of ids)
      await decideTriage(db, {
        ...{ responseId, rowVersion: 1, state: "triaged" },
        ...{ assigneeId: null, note: "", actor: amina, now },
      });
    const filter = { ...wholeQueue, state: "triaged" as const };
    const next = { ...toDo, filter, at: await at(0) };
    expect(await takeNextOfList(db, next)).toBe(references[1]);
    expect((await at(1)).claim).toBeUndefined();
  });
});

test("what there is to do is the whole queue or a call's, and no other list", () => {
  const toDo = { ...wholeQueue, callSlug: "advice", page: 3 };
  expect(isWhatThereIsToDo(toDo)).toBe(true);
  for (const other of [{ q: "nan" }, { state: "spam" }, { hasFiles: true }])
    expect(isWhatThereIsToDo({ ...toDo, ...(other as object) })).toBe(false);
});

describe("what somebody skipped", () => {
  test("is not handed to them again, and is to a colleague", async () => {
    const { db, references, ids, amina, bo } = await givenList(2);
    const held = await claimNextResponse(db, { ...amina, now });
    expect(held).toMatchObject({ reference: references[0] });
    await skipResponse(db, {
      ...{ responseId: ids[0] ?? 0, actor: amina, now },
      reason: "conflict-of-interest",
    });
    expect(await claimNextResponse(db, { ...amina, now })).toMatchObject({
      reference: references[1],
    });
    expect(await claimNextResponse(db, { ...bo, now })).toMatchObject({
      reference: references[0],
    });
  });

  test("is told as the reason why nothing is left", async () => {
    const { db, ids, amina, bo } = await givenList(2);
    const skip = { actor: amina, reason: "not-for-me", now } as const;
    for (const responseId of ids)
      await skipResponse(db, { ...skip, responseId });
    expect(await claimNextResponse(db, { ...amina, now })).toEqual({
      ...{ ok: false, reason: "rest-skipped" },
    });
    expect(await claimNextResponse(db, { ...bo, now })).toMatchObject({
      ok: true,
    });
  });

  test("is forgotten where they take it by hand, and theirs alone", async () => {
    const { db, ids, amina, bo } = await givenList(2);
    const responseId = ids[1] ?? 0;
    const skip = { responseId, reason: "language", now } as const;
    for (const actor of [bo, amina]) await skipResponse(db, { ...skip, actor });
    await claimResponse(db, { ...amina, responseId, now });
    expect(await findSkip(db, { ...amina, responseId })).toBeUndefined();
    expect(await findSkip(db, { ...bo, responseId })).toBe("language");
  });
});
