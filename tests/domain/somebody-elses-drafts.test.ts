import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import {
  issueLateCode,
  startLateDraft,
} from "#app/domain/drafts/late-codes.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import {
  content,
  CutOff,
  cutOffAt,
  undo,
} from "#tests/asking/import-watching.ts";
import { send } from "#tests/asking/sent-drafts.ts";
import { testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { check, importAll, now } from "#tests/given/imports.ts";
import { givenColleague } from "#tests/given/people.ts";

/* Somebody else's draft, code or import came first, and is left alone. */

async function givenLateCall() {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { state: "closed-late-accepted" });
  const issue = async () => {
    const actor = { kind: "system" as const };
    const of = { callId: call.id, secret: testSecret, actor, now, randomBytes };
    return (await issueLateCode(db, of)).code;
  };
  const start = (code: string, holderKey: string) =>
    startLateDraft(db, {
      callId: call.id,
      definitionId: call.definitionId,
      language: "en",
      holderKey,
      code,
      secret: testSecret,
      now,
      randomBytes,
    });
  return { db, call, issue, start };
}

test("a late code opens the draft that it was typed for, and no other", async () => {
  const { db, call, issue, start } = await givenLateCall();
  const other = await givenDraft(db, { call, holderKey: "hers", now });
  const code = await issue();
  await givenDraft(db, { call, holderKey: "his", now });
  const later = await givenDraft(db, { call, holderKey: "theirs", now });
  const begun = await start(code, "his");
  expect(begun).toMatchObject({ ok: true });
  for (const { draft } of [other, later])
    expect(await send(db, draft.id)).toMatchObject({ reason: "code-needed" });
});

test("a late code that was used uses up no other", async () => {
  const { db, call, issue, start } = await givenLateCall();
  const [hers, his, theirs] = [await issue(), await issue(), await issue()];
  const begun = await start(his, "his");
  if (!begun.ok) throw new Error(begun.reason);
  await givenDraft(db, { call, draft: begun.draft, holderKey: "his", now });
  expect(await send(db, begun.draft.id)).toMatchObject({ ok: true });
  expect(await start(his, "third browser")).toMatchObject({ ok: false });
  expect(await start(hers, "hers")).toMatchObject({ ok: true });
  expect(await start(theirs, "theirs")).toMatchObject({ ok: true });
});

test("a late code of an earlier call opens no later one", async () => {
  const { db, issue } = await givenLateCall();
  const code = await issue();
  const call = await givenCall(db, { state: "closed-late-accepted" });
  const begun = await startLateDraft(db, {
    callId: call.id,
    definitionId: call.definitionId,
    language: "en",
    holderKey: "his",
    code,
    secret: testSecret,
    now,
    randomBytes,
  });
  expect(begun).toEqual({ ok: false, reason: "unknown-code" });
});

test("a draft that is sent takes no other draft's answers with it", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const hers = await givenDraft(db, { call, holderKey: "hers", now });
  const his = await givenDraft(db, { call, holderKey: "his", now });
  expect(await send(db, his.draft.id)).toMatchObject({ ok: true });
  const of = { callId: call.id, holderKey: "hers", now };
  expect((await findDraft(db, of))?.answers).toEqual(hers.draft.answers);
});

test("a draft begun in place of one whose time is over loosens no other from its browser", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const longAgo = new Date(now.getTime() - 300 * 86_400_000);
  const old = await givenDraft(db, { call, holderKey: "his", now: longAgo });
  await givenDraft(db, { call, holderKey: "hers", now });
  const begun = await givenDraft(db, { call, holderKey: "his", now });
  expect(begun.draft.id).not.toBe(old.draft.id);
  const of = { callId: call.id, holderKey: "hers", now };
  expect(await findDraft(db, of)).toBeDefined();
});

test("an import that is under way in one call holds up none in another, and neither ends the other", async () => {
  const { db } = openTestDatabase();
  const [first, second] = [await givenCall(db), await givenCall(db)];
  const begun = { db, call: first, content: content(5) };
  const cut = importAll(begun, false, { rowsInBatch: 2, pause: cutOffAt(1) });
  await expect(cut).rejects.toThrow(CutOff);
  const other = { db, call: second, content: content(3) };
  const done = await importAll(other, false, { rowsInBatch: 2 });
  expect(done).toMatchObject({ ok: true, importedCount: 3 });
  const imports = await db
    .selectFrom("imports")
    .select(["state", "done_to_line as line"])
    .orderBy("id")
    .execute();
  expect(imports).toEqual([
    { state: "arriving", line: 3 },
    { state: "done", line: 4 },
  ]);
  expect(await importAll(begun)).toMatchObject({ ok: true, importId: 1 });
});

test("work on another import's response does not keep an import from being undone", async () => {
  const { db } = openTestDatabase();
  const [first, second] = [await givenCall(db), await givenCall(db)];
  await importAll({ db, call: first, content: content(2) });
  await importAll({ db, call: second, content: content(2) });
  const reader = await givenColleague(db);
  const next = await claimNextResponse(db, {
    ...reader,
    callId: first.id,
    now,
  });
  expect(next).toMatchObject({ ok: true });
  expect(await undo(db, 2)).toEqual({ ok: true, removedCount: 2 });
  // What is forgotten of one file is not forgotten of the other.
  const again = await check({ db, call: first, content: content(2) });
  expect(again.outcome).toMatchObject({ reason: "already-imported" });
  expect(await undo(db, 1)).toMatchObject({
    reason: "worked-on",
    workedOnCount: 1,
  });
});
