import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { checkReceipt } from "#app/domain/proofs/check-receipt.server.ts";
import {
  makeDayRoots,
  selectDayRoots,
} from "#app/domain/proofs/days.server.ts";
import { selectReceiptKeys } from "#app/domain/proofs/keys.server.ts";
import type { ReceiptFile } from "#app/domain/proofs/receipt-file.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { takeBackAnswer } from "#app/domain/revisions/take-back.server.ts";
import { signOwnReceipt } from "#app/domain/responses/signed-receipts.server.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { now } from "#tests/asking/sent-drafts.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { evidenceDefinition, someItem } from "#tests/given/evidence.ts";
import {
  givenSentNow,
  knownOf,
  sendDraft,
  signedOf,
} from "#tests/given/signed-receipts.ts";

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

const countLeaves = async (db: Db) =>
  (await db.selectFrom("receipt_leaves").select("id").execute()).length;

test("a receipt says what was sent, in the words of the form, and never what is kept apart", async () => {
  const { db } = openTestDatabase();
  const { attachmentStore } = await makeTestContext(db);
  await givenSentNow(db);
  const answers = { ...someAdvice, email: "ada@example.org" };
  const { draft } = await givenDraft(db, { answers, now });
  const draftId = draft.id;
  await givenDraftFile(db, attachmentStore, { draftId, name: "plan.txt", now });
  const responseId = await sendDraft(db, draftId);
  const { text, file } = await signedOf(db, responseId, hours(2));
  expect(file.statement).toMatchObject({
    version: 1,
    call: "Call for Advice",
    sentAt: now.toISOString(),
    signedAt: now.toISOString(),
    isWithdrawn: false,
    files: [{ question: "files", name: "plan.txt", size: 17 }],
  });
  expect(file.statement.answers).toContainEqual({
    id: "what-first",
    question: "What should the review look at first, and why?",
    text: someAdvice["what-first"],
  });
  expect(file.statement.answers).toContainEqual(
    expect.objectContaining({ id: "email", text: null }),
  );
  expect(text).not.toContain("ada@");
  // What was fixed at sending is what is read from the database later.
  expect(await countLeaves(db)).toBe(2);
  expect((await signedOf(db, responseId, hours(3))).text).toBe(text);
  const checked = checkReceipt(text, await knownOf(db));
  expect(checked).toMatchObject({ ok: true });
});

test("evidence is fixed at sending as it is read later", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: evidenceDefinition() });
  const items = [someItem(1), someItem(2, { DOI: "10.1000/182" })];
  const answers = { who: "A friend", evidence: { items } };
  const { draft } = await givenDraft(db, { call, answers, now });
  const responseId = await sendDraft(db, draft.id);
  const { file } = await signedOf(db, responseId, hours(1));
  expect(file.statement.answers[1]?.text).toContain("10.1000/182");
  expect(await countLeaves(db)).toBe(1);
});

test("what is wrong with a receipt is told apart", async () => {
  const { db } = openTestDatabase();
  const responseId = await givenSentNow(db);
  await makeDayRoots(db, { secret: testSecret, now: hours(24) });
  const { text, file } = await signedOf(db, responseId);
  const known = await knownOf(db);
  const faultOf = (altered: string, of = known) => {
    const checked = checkReceipt(altered, of);
    return checked.ok ? "none" : checked.fault;
  };
  expect(faultOf(`\n ${text}\r\n`)).toBe("none");
  expect(faultOf(text.replace("Look at", "Look away"))).toBe("changed");
  expect(faultOf(JSON.stringify(file, null, 2))).toBe("rewritten");
  expect(faultOf(`${text.slice(0, -1)},"more":1}`)).toBe("no-receipt");
  expect(faultOf("Dear review")).toBe("no-receipt");
  expect(faultOf("[".repeat(900_000))).toBe("no-receipt");
  expect(faultOf("[".repeat(1_000_001))).toBe("too-long");
  const rooted = file.inclusion?.root ?? "";
  expect(faultOf(text.replaceAll(rooted, "0".repeat(64)))).toBe("day-changed");
  const otherRoot = [{ day: "2026-11-22", count: 1, root: "0".repeat(64) }];
  expect(faultOf(text, { ...known, days: otherRoot })).toBe("day-changed");
  // A day that was signed, and stands on no page.
  const otherDay = otherRoot.map((one) => ({ ...one, day: "2026-11-21" }));
  expect(faultOf(text, { ...known, days: otherDay })).toBe("day-changed");
  const signing = { responseId, now, randomBytes };
  const secret = "somebody else's secret";
  const foreign = await signOwnReceipt(db, { ...signing, secret });
  const ours = { ...known, keys: known.keys.slice(0, 1) };
  expect(faultOf(foreign ?? "", ours)).toBe("other-key");
});

test("another secret is another key, and the one before it stays for what it signed", async () => {
  const { db } = openTestDatabase();
  const responseId = await givenSentNow(db);
  const { text, file } = await signedOf(db, responseId);
  const secret = "the secret that came after";
  const signing = { responseId, secret, now: hours(1), randomBytes };
  const anew = JSON.parse(
    (await signOwnReceipt(db, signing)) ?? "",
  ) as ReceiptFile;
  expect(anew.statement).toEqual(file.statement);
  expect(anew.signature.kid).not.toBe(file.signature.kid);
  const keys = await selectReceiptKeys(db, secret);
  expect(keys.map(({ kid, isInUse }) => [kid, isInUse])).toEqual([
    [anew.signature.kid, true],
    [file.signature.kid, false],
  ]);
  expect(checkReceipt(text, { keys, days: [] })).toMatchObject({ ok: true });
  expect(JSON.stringify(keys)).not.toContain(testSecret);
});

test("a response that was sent before there were such receipts gets one when it is asked for, and it says when", async () => {
  const { db } = openTestDatabase();
  await givenSentNow(db);
  const { responseId } = await givenResponse(db, { receivedAt: now });
  const { file } = await signedOf(db, responseId, hours(50));
  expect(file.statement).toMatchObject({
    sentAt: now.toISOString(),
    signedAt: hours(50).toISOString(),
    version: 1,
  });
});

test("taking one answer back is a version of its own, and the one before it stays true", async () => {
  const { db } = openTestDatabase();
  await givenSentNow(db);
  const responseId = await givenSentNow(db);
  const before = await signedOf(db, responseId);
  const questionId = "what-first";
  await takeBackAnswer(db, { responseId, questionId, now: hours(1) });
  expect(await countLeaves(db)).toBe(3);
  const after = await signedOf(db, responseId, hours(2));
  expect(await countLeaves(db)).toBe(3);
  const signedAt = hours(1).toISOString();
  expect(after.file.statement).toMatchObject({ version: 2, signedAt });
  const { statement } = before.file;
  expect(after.file.statement.answers).toEqual(
    statement.answers.filter(({ id }) => id !== questionId),
  );
  expect(after.file.statement.salt).not.toBe(statement.salt);
  for (const { text } of [before, after])
    expect(checkReceipt(text, await knownOf(db))).toMatchObject({ ok: true });
});

test("taking a response back is a version of its own, without a word of what it said", async () => {
  const { db } = openTestDatabase();
  await givenSentNow(db);
  const responseId = await givenSentNow(db);
  await makeDayRoots(db, { secret: testSecret, now: hours(24) });
  const before = await signedOf(db, responseId, hours(25));
  const taking = { responseId, now: hours(26) };
  await withdrawOwnResponse(db, taking);
  await withdrawOwnResponse(db, taking);
  const { file } = await signedOf(db, responseId, hours(27));
  expect(file.inclusion).toBeUndefined();
  expect(file.statement).toMatchObject({
    ...{ version: 2, isWithdrawn: true, answers: [], files: [] },
    signedAt: hours(26).toISOString(),
  });
  await makeDayRoots(db, { secret: testSecret, now: hours(50) });
  const known = await knownOf(db);
  expect(known.days.map(({ day, count }) => [day, count])).toEqual([
    ["2026-11-23", 1],
    ["2026-11-22", 2],
  ]);
  expect(checkReceipt(before.text, known)).toMatchObject({ ok: true });
  const after = await signedOf(db, responseId, hours(51));
  expect(after.file.inclusion).toMatchObject({ day: "2026-11-23", count: 1 });
});

test("every day from the first receipt on has its root once it is over in London, and one that came late stands in the next", async () => {
  const { db } = openTestDatabase();
  const signing = (at: string) => ({ secret: testSecret, now: new Date(at) });
  expect(await makeDayRoots(db, signing("2026-07-01T12:00:00Z"))).toBe(0);
  // In July, London is an hour ahead.
  await givenSentNow(db, someAdvice, new Date("2026-07-01T22:59:59.999Z"));
  const next = new Date("2026-07-01T23:00:00.000Z");
  const responseId = await givenSentNow(db, someAdvice, next);
  expect(await makeDayRoots(db, signing("2026-07-01T22:59:59Z"))).toBe(0);
  expect(await makeDayRoots(db, signing("2026-07-01T23:00:00Z"))).toBe(1);
  const late = new Date("2026-07-01T22:59:59.999Z");
  await givenSentNow(db, someAdvice, late);
  const [first] = await selectDayRoots(db);
  expect(await makeDayRoots(db, signing("2026-07-04T23:30:00Z"))).toBe(3);
  expect(await makeDayRoots(db, signing("2026-07-04T23:40:00Z"))).toBe(0);
  const days = await selectDayRoots(db);
  expect(days.map(({ day, count }) => [day, count])).toEqual([
    ["2026-07-04", 0],
    ["2026-07-03", 0],
    ["2026-07-02", 2],
    ["2026-07-01", 1],
  ]);
  expect(days[0]?.root).toMatch(/^e3b0c442/);
  expect(days.at(-1)).toEqual(first);
  const { text } = await signedOf(db, responseId, hours(0));
  expect(checkReceipt(text, await knownOf(db))).toMatchObject({ ok: true });
});

test("a root that was made is not changed, whoever tries", async () => {
  const { db } = openTestDatabase();
  await givenSentNow(db);
  await makeDayRoots(db, { secret: testSecret, now: hours(24) });
  const change = db.updateTable("receipt_days").set({ leaf_count: 9 });
  await expect(change.execute()).rejects.toThrow("never changes");
  await expect(db.deleteFrom("receipt_days").execute()).rejects.toThrow(
    "never changes",
  );
});
