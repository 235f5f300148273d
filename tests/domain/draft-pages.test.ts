import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import {
  type DraftPageSave,
  saveDraftPage,
} from "#app/domain/drafts/save-draft-page.server.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");

/** A draft with nothing saved, after an earlier one of somebody else with the same pages saved. */
async function givenEmptyDraft() {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const earlier = await givenDraft(db, { call, answers: {}, now });
  await save(db, earlier.draft.id, { answers: { "what-first": "Hers" } });
  const { draft, holderKey } = await givenDraft(db, { call, answers: {}, now });
  const read = async () => findDraft(db, { callId: call.id, holderKey, now });
  return { db, draftId: draft.id, read };
}

const save = (db: Db, draftId: number, page: Partial<DraftPageSave>) =>
  saveDraftPage(db, {
    draftId,
    pageId: "what-first",
    baseVersion: 0,
    answers: {},
    now,
    ...page,
  });

const answers = (text: string | undefined) => ({ "what-first": text });

test.each([
  ["an empty box", undefined],
  ["another text", "Two words"],
])(
  "a page from before another tab's save overwrites nothing: %s",
  async (_what, typed) => {
    const { db, draftId, read } = await givenEmptyDraft();
    const hour = answers("An hour of writing");
    expect(await save(db, draftId, { answers: hour })).toEqual({
      ok: true,
      version: 1,
    });
    const stale = await save(db, draftId, { answers: answers(typed) });
    expect(stale).toEqual({
      ok: false,
      reason: "saved-elsewhere",
      version: 1,
      saved: hour,
    });
    expect((await read())?.answers).toEqual(hour);
  },
);

test("who has seen what is saved may save over it, once", async () => {
  const { db, draftId, read } = await givenEmptyDraft();
  await save(db, draftId, { answers: answers("One") });
  const chosen = { baseVersion: 1, answers: answers("Two") };
  expect(await save(db, draftId, chosen)).toEqual({ ok: true, version: 2 });
  const third = { baseVersion: 1, answers: answers("Three") };
  expect(await save(db, draftId, third)).toMatchObject({ ok: false });
  expect((await read())?.answers).toEqual(answers("Two"));
});

test("the same text is no conflict and no change, however old the page", async () => {
  const { db, draftId, read } = await givenEmptyDraft();
  await save(db, draftId, { answers: answers("One") });
  await save(db, draftId, { baseVersion: 1, answers: answers("Two") });
  const again = await save(db, draftId, { answers: answers("Two") });
  expect(again).toEqual({ ok: true, version: 2 });
  expect((await read())?.pageVersions).toEqual({ "what-first": 2 });
});

test("an answer that was taken away in another tab does not come back by itself", async () => {
  const { db, draftId, read } = await givenEmptyDraft();
  await save(db, draftId, { answers: answers("One") });
  await save(db, draftId, { baseVersion: 1, answers: answers(undefined) });
  const stale = { baseVersion: 1, answers: answers("One") };
  expect(await save(db, draftId, stale)).toMatchObject({
    reason: "saved-elsewhere",
    saved: {},
  });
  expect((await read())?.answers).toEqual({});
});

test("two tabs on two pages do not meet", async () => {
  const { db, draftId, read } = await givenEmptyDraft();
  await save(db, draftId, { answers: answers("One") });
  const other = { pageId: "not-again", answers: { "not-again": "Two" } };
  expect(await save(db, draftId, other)).toEqual({ ok: true, version: 1 });
  expect((await read())?.answers).toEqual({
    "what-first": "One",
    "not-again": "Two",
  });
});

test("of two tabs that save at once, one is asked", async () => {
  const { db, draftId } = await givenEmptyDraft();
  const saves = await Promise.all([
    save(db, draftId, { answers: answers("One") }),
    save(db, draftId, { answers: answers("Two") }),
  ]);
  expect(saves.map(({ ok }) => ok).sort()).toEqual([false, true]);
});
