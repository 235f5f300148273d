import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import {
  deleteDraft,
  deleteExpiredDrafts,
} from "#app/domain/drafts/delete-drafts.server.ts";
import { findDraft, startDraft } from "#app/domain/drafts/drafts.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
} from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { storedPath } from "#tests/given/files.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");
const afterDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

test("two posts of one page begin one draft, and another page another", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const start = {
    callId: call.id,
    definitionId: call.definitionId,
    language: "en" as const,
    holderKey: "one browser",
    now,
    randomBytes,
  };
  const [first, second, third] = await Promise.all(
    ["a page", "a page", "another page"].map((begunWith) =>
      startDraft(db, { ...start, begunWith }),
    ),
  );
  expect(second?.publicId).toBe(first?.publicId);
  expect(third?.publicId).not.toBe(first?.publicId);
  const elsewhere = { holderKey: "another browser", begunWith: "a page" };
  const theirs = await startDraft(db, { ...start, ...elsewhere });
  expect(theirs.publicId).not.toBe(first?.publicId);
});

test("of several drafts the one that is named is found, and none where none is named", async () => {
  const { db } = openTestDatabase();
  const first = await givenDraft(db, { now });
  const { call, holderKey } = first;
  const answers = { "what-first": "The second" };
  const second = await givenDraft(db, { call, holderKey, answers, now });
  const of = { callId: call.id, holderKey, now };
  const find = (publicId: string, key = holderKey) =>
    findDraft(db, { ...of, holderKey: key, named: { publicId } });
  expect(await findDraft(db, of)).toBeUndefined();
  for (const { draft } of [second, first])
    expect((await find(draft.publicId))?.answers).toEqual(draft.answers);
  expect(await find(first.draft.publicId, "somebody else")).toBeUndefined();
  const other = await givenCall(db);
  const named = { publicId: first.draft.publicId };
  expect(await findDraft(db, { ...of, callId: other.id, named })).toBe(
    undefined,
  );
});

test("another holder, and the same holder in another call, find no draft", async () => {
  const { db } = openTestDatabase();
  const { call, holderKey } = await givenDraft(db, { now });
  const other = await givenCall(db);
  const found = async (callId: number, key: string) =>
    findDraft(db, { callId, holderKey: key, now });
  expect(await found(call.id, "somebody else")).toBeUndefined();
  expect(await found(other.id, holderKey)).toBeUndefined();
  expect(await found(call.id, holderKey)).toBeDefined();
});

test("the holder's key is stored only as its hash", async () => {
  const { db } = openTestDatabase();
  const { holderKey } = await givenDraft(db, { now });
  const rows = await db.selectFrom("drafts").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(holderKey);
});

test.each([
  ["an answer far beyond its limit", "x".repeat(5_000_000)],
  ["a NUL in the middle", "before\0after"],
  ["a lone surrogate", "half an emoji \uD83D here"],
  ["outer blank space and Windows line ends", "  one\r\ntwo  "],
  ["a value of another shape", { day: "31", month: "2", year: "" }],
  ["many values", ["a", "a", ""]],
])("%s is saved and comes back as it was typed", async (_what, typed) => {
  const { db } = openTestDatabase();
  const { call, holderKey } = await givenDraft(db, {
    answers: { "what-first": typed },
    now,
  });
  const draft = await findDraft(db, { callId: call.id, holderKey, now });
  expect(draft?.answers).toEqual({ "what-first": typed });
});

test("saving a page changes its own answers and leaves the others", async () => {
  const { db } = openTestDatabase();
  const { draft, call, holderKey } = await givenDraft(db, {
    answers: { "what-first": "one", "not-again": "two", email: "three" },
    now,
  });
  await saveDraftPage(db, {
    draftId: draft.id,
    pageId: "given",
    baseVersion: 1,
    answers: { "what-first": "changed", email: undefined },
    now,
  });
  const saved = await findDraft(db, { callId: call.id, holderKey, now });
  expect(saved?.answers).toEqual({
    "what-first": "changed",
    "not-again": "two",
  });
});

test("a draft lasts 30 days from its last save", async () => {
  const { db } = openTestDatabase();
  const { draft, call, holderKey } = await givenDraft(db, { now });
  await saveDraftPage(db, {
    draftId: draft.id,
    pageId: "given",
    baseVersion: 1,
    answers: {},
    now: afterDays(20),
  });
  const findOn = (day: number) =>
    findDraft(db, { callId: call.id, holderKey, now: afterDays(day) });
  expect(await findOn(49.9)).toBeDefined();
  expect(await findOn(50)).toBeUndefined();
});

test("whoever comes back after their draft expired starts afresh", async () => {
  const { db } = openTestDatabase();
  const { draft, call, holderKey } = await givenDraft(db, { now });
  const again = await givenDraft(db, {
    call,
    holderKey,
    answers: {},
    now: afterDays(31),
  });
  expect(again.draft.publicId).not.toBe(draft.publicId);
  expect(again.draft.answers).toEqual({});
});

test("expired drafts are deleted with their files, and younger ones are not", async () => {
  const { db } = openTestDatabase();
  const { attachmentStore: store } = await makeTestContext(db);
  const old = await givenDraft(db, { now });
  const file = await givenDraftFile(db, store, { draftId: old.draft.id, now });
  const young = await givenDraft(db, { call: old.call, now: afterDays(10) });
  expect(existsSync(storedPath(store, file.publicId))).toBe(true);

  expect(await deleteExpiredDrafts(db, store, afterDays(31))).toBe(1);

  expect(existsSync(storedPath(store, file.publicId))).toBe(false);
  const left = await db.selectFrom("drafts").select("id").execute();
  expect(left).toEqual([{ id: young.draft.id }]);
  const answers = await db.selectFrom("draft_answers").selectAll().execute();
  expect(answers.every((row) => row.draft_id === young.draft.id)).toBe(true);
});

test("a holder deletes their draft with its files, and nobody else's", async () => {
  const { db } = openTestDatabase();
  const { attachmentStore: store } = await makeTestContext(db);
  const { draft, call, holderKey } = await givenDraft(db, { now });
  const file = await givenDraftFile(db, store, { draftId: draft.id, now });
  const deleteAs = (key: string) =>
    deleteDraft(db, store, { callId: call.id, holderKey: key, now });

  expect(await deleteAs("somebody else")).toBe(false);
  expect(await deleteAs(holderKey)).toBe(true);

  expect(existsSync(storedPath(store, file.publicId))).toBe(false);
  expect(await db.selectFrom("drafts").selectAll().execute()).toEqual([]);
  expect(await deleteAs(holderKey)).toBe(false);
});

test("a draft that was sent or deleted takes no more answers", async () => {
  const { db } = openTestDatabase();
  const { draft } = await givenDraft(db, { now });
  await submitDraft(db, {
    draftId: draft.id,
    secret: testSecret,
    messages: wordsIn("en").questions,
    now,
    randomBytes,
  });
  const save = (draftId: number) =>
    saveDraftPage(db, {
      draftId,
      pageId: "given",
      baseVersion: 1,
      answers: { "not-again": "late" },
      now,
    });
  expect(await save(draft.id)).toEqual({ ok: false, reason: "already-sent" });
  expect(await save(9_999)).toEqual({ ok: false, reason: "not-found" });
  expect(await db.selectFrom("draft_answers").selectAll().execute()).toEqual(
    [],
  );
});
