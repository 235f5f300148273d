import { describe, expect, test } from "vitest";
import {
  findStaffSession,
  selectOpenSessions,
} from "#app/domain/accounts/sessions.server.ts";
import {
  selectAttachmentTexts,
  selectSearchedTexts,
} from "#app/domain/attachments/attachment-texts.server.ts";
import {
  countDraftBytes,
  removeDraftAttachment,
  selectAttachmentsForReview,
  selectDraftAttachments,
} from "#app/domain/attachments/attachments.server.ts";
import { clearReceipt } from "#app/domain/drafts/sent-drafts.server.ts";
import {
  claimResponse,
  releaseClaim,
} from "#app/domain/responses/claims.server.ts";
import { readIdentity } from "#app/domain/responses/identity.server.ts";
import { addFileToResponse } from "#app/domain/responses/response-files.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { addNote, selectNotes } from "#app/domain/triage/notes.server.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { importAll } from "#tests/given/imports.ts";
import { send } from "#tests/asking/sent-drafts.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import {
  givenDraftForFiles,
  givenFileText,
  givenStore,
} from "#tests/given/files.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { signInAs } from "#tests/given/sessions.ts";

/*
 * Of everything there are two, and somebody else's came first: a statement
 * that lost one of its conditions, or its order, gives the wrong one.
 */

const now = new Date("2026-11-22T09:00:00Z");

test("the same words of a colleague, or on another response, are notes of their own, and are told in order", async () => {
  const { db } = openTestDatabase();
  const { responseId: other } = await givenResponse(db);
  const { responseId } = await givenResponse(db);
  const [amina, ben] = [await givenColleague(db), await givenColleague(db)];
  const note = { responseId, actor: amina, now };
  await addNote(db, { ...note, actor: ben, body: "Ring them." });
  await addNote(db, { ...note, responseId: other, body: "Ring them." });
  await addNote(db, { ...note, body: "Ring them." });
  await addNote(db, { ...note, body: "They rang." });
  await addNote(db, { ...note, body: "Ring them." });
  await addNote(db, { ...note, body: "Ring them." });
  const told = (await selectNotes(db, responseId)).map((one) => one.body);
  expect(told).toEqual([
    "Ring them.",
    "Ring them.",
    "They rang.",
    "Ring them.",
  ]);
  expect(await selectNotes(db, other)).toHaveLength(1);
});

test("who sent a response is told of that one alone", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const sent = (email: string) =>
    givenResponse(db, { call, answers: { ...someAdvice, email } });
  await sent("earlier@example.org");
  const { responseId } = await sent("own@example.org");
  const purpose = "reply-to-respondent" as const;
  const read = { responseId, purpose, viewer: anyLead, now };
  const outcome = await readIdentity(db, read);
  expect(outcome).toMatchObject({ ok: true, lines: [expect.anything()] });
  expect(JSON.stringify(outcome)).toContain("own@example.org");
  expect(JSON.stringify(outcome)).not.toContain("earlier@example.org");
});

describe("a claim", () => {
  const givenTwoClaims = async () => {
    const { db } = openTestDatabase();
    const { responseId: other } = await givenResponse(db);
    const { responseId } = await givenResponse(db);
    const actor = await givenColleague(db);
    for (const id of [other, responseId])
      await claimResponse(db, { ...actor, responseId: id, now });
    const claimOf = async (id: number) => {
      const read = { responseId: id, viewer: anyLead, now };
      return (await readVisibleResponse(db, read)).claim?.staffId;
    };
    return { db, other, responseId, actor, claimOf };
  };

  test("given back is that of one response", async () => {
    const { db, other, responseId, actor, claimOf } = await givenTwoClaims();
    const { staffId } = actor;
    expect(await releaseClaim(db, { responseId, staffId, now })).toBe(true);
    expect(await claimOf(responseId)).toBeUndefined();
    expect(await claimOf(other)).toBe(staffId);
  });
});

test("a receipt is that of the last draft sent, of one call, and clearing it clears no other", async () => {
  const { db } = openTestDatabase();
  const holderKey = "one browser";
  const [first, second] = [await givenCall(db), await givenCall(db)];
  const sent = async (call: typeof first, key = holderKey) => {
    const given = await givenDraft(db, { call, holderKey: key, now });
    const outcome = await send(db, given.draft.id);
    return { ...given, reference: outcome.ok && outcome.reference };
  };
  const receiptOf = async (callId: number, key = holderKey) => {
    const of = { callId, holderKey: key, secret: testSecret, now };
    return (await findSentResponse(db, of))?.reference;
  };
  await sent(first);
  const hers = await sent(second, "another browser");
  const elsewhere = await sent(second);
  const last = await sent(first);
  expect(await receiptOf(first.id)).toBe(last.reference);
  const { publicId } = last.draft;
  for (const wrong of [
    { callId: second.id, holderKey },
    { callId: first.id, holderKey: "another browser" },
  ])
    await clearReceipt(db, { ...wrong, publicId, now });
  expect(await receiptOf(first.id)).toBe(last.reference);
  await clearReceipt(db, { callId: first.id, holderKey, publicId, now });
  expect(await receiptOf(first.id)).toBeUndefined();
  expect(await receiptOf(second.id)).toBe(elsewhere.reference);
  expect(await receiptOf(second.id, "another browser")).toBe(hers.reference);
});

test("a receipt is not cleared before there is one", async () => {
  const { db } = openTestDatabase();
  const { draft, call, holderKey } = await givenDraft(db, { now });
  const of = { callId: call.id, holderKey, now };
  await clearReceipt(db, { ...of, publicId: draft.publicId });
  await send(db, draft.id);
  const sent = await findSentResponse(db, { ...of, secret: testSecret });
  expect(sent).toBeDefined();
});

test("open sessions are told the newest first, and one that is seen moves no other", async () => {
  const { db } = openTestDatabase();
  const at = (minute: number) => new Date(now.getTime() + minute * 60_000);
  const own = await makeTestContext(db, { now: () => at(1) });
  const staff = [];
  for (const minute of [2, 1, 3]) {
    const context = { ...own, now: () => at(minute) };
    staff.push(await signInAs(context, "reviewer"));
  }
  const [second, first, third] = staff.map(({ staffId }) => staffId);
  const open = await selectOpenSessions(db, { now: at(4) });
  expect(open.map(({ staffId }) => staffId)).toEqual([third, second, first]);
  const headers = new Headers({ Cookie: staff[1]?.cookie ?? "" });
  await findStaffSession(own.auth, db, { headers, now: at(20) });
  // That it was seen is written down without being waited for.
  const openLater = async () =>
    (await selectOpenSessions(db, { now: at(32) })).map((one) => one.staffId);
  await expect.poll(openLater).toEqual([third, first]);
});

test("files of a response are listed as they came, and counted with no other", async () => {
  const { db, store } = await givenStore();
  const { responseId } = await givenResponse(db);
  for (const originalName of ["b.txt", "a.txt"])
    await addFileToResponse(db, store, {
      responseId,
      questionId: "files",
      originalName,
      bytes: Buffer.from(originalName),
      now,
    });
  const files = await selectAttachmentsForReview(db, responseId);
  expect(files.map(({ name }) => name)).toEqual(["b.txt", "a.txt"]);
  const counts = await db
    .selectFrom("responses")
    .select("attachment_count as count")
    .orderBy("id")
    .execute();
  // The earlier one's, and these.
  expect(counts.map(({ count }) => count)).toEqual([1, 2]);
});

test("the same file under another question is a file of its own", async () => {
  const { db, store, draftId } = await givenDraftForFiles();
  const file = { draftId, bytes: Buffer.from("The same words.") };
  const first = await givenDraftFile(db, store, { ...file, questionId: "b" });
  const second = await givenDraftFile(db, store, { ...file, questionId: "a" });
  expect(second.publicId).not.toBe(first.publicId);
});

test("a removal takes the file that was named, and a draft's bytes are its own", async () => {
  const { db, store, draftId } = await givenDraftForFiles();
  const other = await givenDraft(db);
  const bytes = Buffer.from("Ten bytes.");
  await givenDraftFile(db, store, { draftId: other.draft.id, bytes });
  const kept = await givenDraftFile(db, store, { draftId, bytes });
  const { publicId } = await givenDraftFile(db, store, {
    draftId,
    bytes: Buffer.from("More bytes than ten."),
  });
  await removeDraftAttachment(db, store, { draftId, publicId, now });
  expect(await selectDraftAttachments(db, draftId)).toEqual({ files: [kept] });
  expect(await countDraftBytes(db, draftId)).toBe(bytes.length);
});

test("texts of files are read and searched as the files came, and of one response", async () => {
  const { db } = openTestDatabase();
  const { responseId: other } = await givenResponse(db);
  const { responseId } = await givenResponse(db);
  await givenFileText(db, other, { text: "Somebody else's." });
  await givenFileText(db, responseId, { text: "Zebra first." });
  await givenFileText(db, responseId, { text: "Apple second." });
  const texts = ["Zebra first.", "Apple second."];
  const read = await selectAttachmentTexts(db, {
    responseId,
    maxCharacters: 100,
  });
  expect(read.map(({ text }) => text)).toEqual(texts);
  const searched = { responseId, isLeftOut: () => false };
  expect(await selectSearchedTexts(db, searched)).toEqual(texts);
});

test("the same file comes into another call as an import of its own", async () => {
  const { db } = openTestDatabase();
  const content = "No,Date,Who,Text,Mail\n1,03/07/2026,P,Lighthouse.,";
  for (const importId of [1, 2]) {
    const call = await givenCall(db);
    expect(await importAll({ db, call, content })).toEqual({
      ok: true,
      importId,
      importedCount: 1,
    });
  }
});
