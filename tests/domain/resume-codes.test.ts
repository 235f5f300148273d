import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import { draftUntil } from "#app/domain/drafts/draft-until.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import { mostDraftsOfHolder } from "#app/domain/drafts/drafts.ts";
import {
  makeResumeCode,
  resumeDraft,
  takeDraftOffDevice,
} from "#app/domain/drafts/resume-codes.server.ts";
import { findSentDraft } from "#app/domain/drafts/sent-drafts.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { messages } from "#tests/asking/sent-drafts.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");
const secret = testSecret;
const afterDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const unknown = { ok: false, reason: "unknown-code" };

/** A draft with a code, and one of somebody else's before it. */
async function givenCode(db: Db) {
  const other = await givenDraft(db, { now });
  const given = await givenDraft(db, { call: other.call, now });
  const { holderKey, draft, call } = given;
  const of = { callId: call.id, publicId: draft.publicId, holderKey, now };
  const make = async () => {
    const made = await makeResumeCode(db, { ...of, secret, randomBytes });
    if (!made) throw new Error("No code was made");
    return made.code;
  };
  const resume = (code: string, key = "a phone", at = now) =>
    resumeDraft(db, { code, secret, holderKey: key, now: at });
  const find = (key: string) =>
    findDraft(db, { callId: call.id, holderKey: key, now });
  return { ...given, other, of, make, resume, find };
}

test("a code opens its draft in another browser, as people type it, and the first one goes on too", async () => {
  const { db } = openTestDatabase();
  const { draft, holderKey, make, resume, find } = await givenCode(db);
  const code = await make();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
  expect(await resume(` ${typed} `)).toMatchObject({
    ok: true,
    draft: { publicId: draft.publicId },
  });
  expect((await find("a phone"))?.answers).toEqual(draft.answers);
  expect((await find(holderKey))?.publicId).toBe(draft.publicId);
  const rows = await db.selectFrom("drafts").selectAll().execute();
  const events = await db.selectFrom("events").selectAll().execute();
  expect(JSON.stringify([rows, events])).not.toContain(code);
});

test("a new code ends the old one, and one that was never made opens nothing", async () => {
  const { db } = openTestDatabase();
  const { make, resume, find } = await givenCode(db);
  const old = await make();
  const code = await make();
  const wrong = `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`;
  for (const one of [old, wrong, "", "AAAA-BBBB", "x".repeat(1_000_000)])
    expect(await resume(one)).toEqual(unknown);
  expect(await find("a phone")).toBeUndefined();
  expect(await resume(code)).toMatchObject({ ok: true });
});

test("a code of what was sent, deleted or is over is answered like a wrong one", async () => {
  const { db } = openTestDatabase();
  const { attachmentStore } = await makeTestContext(db);
  const sent = await givenCode(db);
  const code = await sent.make();
  expect(await sent.resume(code, "a phone", afterDays(31))).toEqual(unknown);
  const sending = { secret, messages, now, randomBytes };
  const draftId = sent.draft.id;
  await sent.resume(code);
  await submitDraft(db, { ...sending, draftId, holderKey: "a phone" });
  expect(await sent.resume(code, "another")).toEqual(unknown);
  const { callId } = sent.of;
  const receipt = (holderKey: string) =>
    findSentDraft(db, { callId, holderKey, now });
  expect(await receipt("a phone")).toBeDefined();
  expect(await receipt(sent.holderKey)).toBeUndefined();
  const deleted = await givenCode(db);
  const gone = await deleted.make();
  await deleteDraft(db, attachmentStore, deleted.of);
  expect(await deleted.resume(gone)).toEqual(unknown);
});

test("only whoever holds a draft makes a code for it, or takes it off a device", async () => {
  const { db } = openTestDatabase();
  const { of, make, resume, find, holderKey } = await givenCode(db);
  const theirs = { ...of, holderKey: "somebody else" };
  expect(
    await makeResumeCode(db, { ...theirs, secret, randomBytes }),
  ).toBeUndefined();
  const notFound = { ok: false, reason: "not-found" };
  expect(await takeDraftOffDevice(db, theirs)).toEqual(notFound);
  expect(await takeDraftOffDevice(db, of)).toEqual({
    ok: false,
    reason: "no-code",
  });
  expect(await find(holderKey)).toBeDefined();
  const code = await make();
  expect(await takeDraftOffDevice(db, of)).toEqual({ ok: true });
  expect(await find(holderKey)).toBeUndefined();
  expect(await resume(code)).toMatchObject({ ok: true });
});

test("a browser that holds as many drafts as it may takes no other, and the one it holds again", async () => {
  const { db } = openTestDatabase();
  const { call, holderKey, make, resume } = await givenCode(db);
  const other = await givenCode(db);
  for (let count = 1; count < mostDraftsOfHolder; count += 1)
    await givenDraft(db, { call, holderKey, answers: {}, now });
  expect(await resume(await other.make(), holderKey)).toEqual({
    ok: false,
    reason: "too-many-drafts",
  });
  expect(await resume(await make(), holderKey)).toMatchObject({ ok: true });
});

test.each([
  ["open", null, "12am on 22 December", "not-saved-since"],
  [
    "open",
    "2026-12-01T17:00:00.000Z",
    "5pm on Tuesday 1 December",
    "call-closes",
  ],
  ["open", "2027-03-01T17:00:00.000Z", "22 December", "not-saved-since"],
  ["closed", "2026-12-01T17:00:00.000Z", "22 December", "not-saved-since"],
  [
    "closed-late-accepted",
    "2026-12-01T17:00:00.000Z",
    "22 December",
    "not-saved-since",
  ],
] as const)(
  "until when: a call that is %s and closes %s, and a draft kept until 22 December",
  (state, closesAt, told, because) => {
    const draft = { expiresAt: "2026-12-22T09:00:00.000Z" };
    const call = { state, opensAt: null, closesAt };
    const until = draftUntil(call, draft, now);
    expect(until.because).toBe(because);
    const sentence = wordsIn("en").until(until);
    expect(sentence).toContain(told.replace("12am on ", ""));
    expect(sentence).toContain("UK time");
  },
);
