import { createReadStream } from "node:fs";
import { text } from "node:stream/consumers";
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { changeCallState } from "#app/domain/calls/calls.server.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import { checkDraft } from "#app/domain/responses/check-draft.server.ts";
import { findDraft } from "#app/domain/responses/drafts.server.ts";
import {
  issueLateCode,
  startLateDraft,
} from "#app/domain/responses/late-codes.server.ts";
import {
  findSentResponse,
  forgetSentResponse,
} from "#app/domain/responses/sent-responses.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { callForEvidence } from "#app/tasks/demo/call-for-evidence.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { makeTestContext, testSecret } from "#tests/setup/context.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const now = new Date("2026-11-22T09:00:00Z");
const messages = wordsIn("en").questions;
const afterHours = (hours: number) =>
  new Date(now.getTime() + hours * 3_600_000);

const send = (db: Db, draftId: number, at = now) =>
  submitDraft(db, {
    draftId,
    secret: testSecret,
    messages,
    now: at,
    randomBytes,
  });

async function countRows(db: Db) {
  const count = async (table: "responses" | "answers" | "events" | "jobs") => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)}`.execute(db);
    return rows[0]?.count;
  };
  return {
    responses: await count("responses"),
    answers: await count("answers"),
    events: await count("events"),
    jobs: await count("jobs"),
  };
}

test("a draft becomes a response with its answers, event and indexing job", async () => {
  const { db } = openTestDatabase();
  const { draft, call } = await givenDraft(db, { now });
  const outcome = await send(db, draft.id);
  expect(outcome).toEqual({
    ok: true,
    reference: expect.stringMatching(
      /^H-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/,
    ),
  });
  const response = await db
    .selectFrom("responses")
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(response).toMatchObject({
    call_id: call.id,
    definition_id: call.definitionId,
    channel: "web",
    state: "received",
    received_at: now.toISOString(),
    recorded_at: now.toISOString(),
    excerpt: someAdvice["what-first"],
    word_count: 10,
    source_key: null,
  });
  const jobs = await db
    .selectFrom("jobs")
    .select(["kind", "payload"])
    .execute();
  expect(jobs).toEqual([
    { kind: "response.index", payload: `{"responseId":${response.id}}` },
  ]);
  const event = await db
    .selectFrom("events")
    .selectAll()
    .where("type", "=", "response.received")
    .executeTakeFirstOrThrow();
  expect(event).toMatchObject({
    actor_kind: "respondent",
    subject_id: response.id,
    details: JSON.stringify({ callId: call.id, channel: "web" }),
  });
  expect(await verifyChain(db)).toMatchObject({ ok: true });
});

test("the same draft sent twice in parallel is one response with one reference", async () => {
  const { db } = openTestDatabase();
  const { draft } = await givenDraft(db, { now });
  const [first, second] = await Promise.all([
    send(db, draft.id),
    send(db, draft.id),
  ]);
  const third = await send(db, draft.id);
  expect(first.ok).toBe(true);
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  expect(await countRows(db)).toMatchObject({
    responses: 1,
    answers: 3,
    jobs: 1,
  });
});

test("a draft with a missing required answer names page and question, and stays", async () => {
  const { db } = openTestDatabase();
  const { draft, call, holderKey } = await givenDraft(db, {
    answers: { "not-again": "Long waits.", email: "no address" },
    now,
  });
  const before = await countRows(db);
  const problems = [
    {
      pageId: "about-you",
      questionId: "respondent-kind",
      message: "Select which of these describes you best",
    },
    {
      pageId: "what-first",
      questionId: "what-first",
      message: "Enter what the review should look at first",
    },
    {
      pageId: "quoting",
      questionId: "may-quote",
      message: "Select yes if we may quote from your answer",
    },
    { pageId: "contact", questionId: "email", message: messages.emailFormat },
  ];
  const definition = call.definition;
  expect(await checkDraft(db, { draft, definition, messages })).toEqual(
    problems,
  );
  expect(await send(db, draft.id)).toEqual({
    ok: false,
    reason: "incomplete",
    problems,
  });
  expect(await countRows(db)).toEqual(before);
  const kept = await findDraft(db, { callId: call.id, holderKey, now });
  expect(kept?.answers).toEqual(draft.answers);
});

test("a value of a shape that no field sends is told in our own words", async () => {
  const { db } = openTestDatabase();
  const { draft, call } = await givenDraft(db, {
    answers: {
      ...someAdvice,
      "what-first": ["two", "values"],
      "respondent-kind": { day: "1", month: "", year: "" },
    } satisfies Answers,
    now,
  });
  const problems = await checkDraft(db, {
    draft,
    definition: call.definition,
    messages,
  });
  expect(problems.map((problem) => problem.message)).toEqual([
    messages.enterAnswer,
    messages.enterAnswer,
  ]);
});

const allOptional = {
  ...callForEvidence,
  pages: callForEvidence.pages.map((page) => ({
    ...page,
    questions: page.questions.map((one) => ({ ...one, required: false })),
  })),
};

test("a draft with nothing in it is refused, whatever is optional", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: allOptional });
  const { draft } = await givenDraft(db, {
    call,
    answers: { name: "  " },
    now,
  });
  expect(await send(db, draft.id)).toEqual({
    ok: false,
    reason: "incomplete",
    problems: [
      {
        pageId: "about-you",
        questionId: "name",
        message: messages.answerSomething,
      },
    ],
  });
});

test("a file alone is an answer", async () => {
  const { db } = openTestDatabase();
  const { attachmentStore } = await makeTestContext(db);
  const call = await givenCall(db, { definition: allOptional });
  const { draft } = await givenDraft(db, { call, answers: {}, now });
  await givenDraftFile(db, attachmentStore, { draftId: draft.id, now });
  expect(await send(db, draft.id)).toMatchObject({ ok: true });
  const response = await db
    .selectFrom("responses")
    .select(["attachment_count", "excerpt", "word_count"])
    .executeTakeFirst();
  expect(response).toEqual({ attachment_count: 1, excerpt: "", word_count: 0 });
});

test("a required file that is missing is a problem of its question", async () => {
  const { db } = openTestDatabase();
  const { attachmentStore } = await makeTestContext(db);
  const definition = {
    ...callForEvidence,
    pages: callForEvidence.pages
      .filter((page) => page.id === "files")
      .map((page) => ({
        ...page,
        questions: page.questions.map((one) => ({ ...one, required: true })),
      })),
  };
  const call = await givenCall(db, { definition });
  const { draft } = await givenDraft(db, { call, answers: {}, now });
  const check = () => checkDraft(db, { draft, definition, messages });
  expect(await check()).toEqual([
    { pageId: "files", questionId: "files", message: messages.selectFile },
  ]);
  await givenDraftFile(db, attachmentStore, { draftId: draft.id, now });
  expect(await check()).toEqual([]);
});

test("a draft's files go with the response, and their bytes are the same", async () => {
  const { db } = openTestDatabase();
  const { attachmentStore: store } = await makeTestContext(db);
  const { draft } = await givenDraft(db, { now });
  const bytes = Buffer.from("What we found in three towns.\n");
  const file = await givenDraftFile(db, store, {
    draftId: draft.id,
    bytes,
    now,
  });
  await send(db, draft.id);
  const row = await db
    .selectFrom("attachments")
    .innerJoin("responses", "responses.id", "attachments.response_id")
    .select(["public_id", "draft_id", "attachment_count"])
    .executeTakeFirstOrThrow();
  expect(row).toEqual({
    public_id: file.publicId,
    draft_id: null,
    attachment_count: 1,
  });
  expect(await text(createReadStream(store.pathOf(file.publicId)))).toBe(
    bytes.toString(),
  );
});

test("a call that closed meanwhile refuses and keeps the draft", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, {
    state: "closing-announced",
    closesAt: "2026-11-22T17:00:00.000Z",
  });
  const { draft, holderKey } = await givenDraft(db, { call, now });
  const oneSecondBefore = new Date("2026-11-22T16:59:59Z");
  const atClosing = new Date("2026-11-22T17:00:00Z");
  const late = await givenDraft(db, { call, now });
  expect(await send(db, late.draft.id, oneSecondBefore)).toMatchObject({
    ok: true,
  });
  expect(await send(db, draft.id, atClosing)).toEqual({
    ok: false,
    reason: "closed",
  });
  const kept = await findDraft(db, {
    callId: call.id,
    holderKey,
    now: atClosing,
  });
  expect(kept?.answers).toEqual(draft.answers);
});

test("a draft that is not there is not found", async () => {
  const { db } = openTestDatabase();
  expect(await send(db, 9_999)).toEqual({ ok: false, reason: "not-found" });
});

test("a transaction that fails late leaves the draft as it was and no response", async () => {
  const { db } = openTestDatabase();
  const { draft, call, holderKey } = await givenDraft(db, { now });
  await sql`create trigger refuse_jobs before insert on jobs
    begin select raise(abort, 'the disk is full'); end`.execute(db);
  const before = await countRows(db);
  await expect(send(db, draft.id)).rejects.toThrow("the disk is full");
  expect(await countRows(db)).toEqual(before);
  const kept = await findDraft(db, { callId: call.id, holderKey, now });
  expect(kept?.answers).toEqual(draft.answers);
});

test("the browser that sent sees reference, receipt code and answers for 24 hours", async () => {
  const { db } = openTestDatabase();
  const { attachmentStore } = await makeTestContext(db);
  const { draft, call, holderKey } = await givenDraft(db, {
    answers: { ...someAdvice, email: "ada@example.org" },
    now,
  });
  await givenDraftFile(db, attachmentStore, {
    draftId: draft.id,
    name: "plan.txt",
    now,
  });
  const outcome = await send(db, draft.id);
  const find = (hours: number, key = holderKey) =>
    findSentResponse(db, {
      callId: call.id,
      holderKey: key,
      secret: testSecret,
      now: afterHours(hours),
    });

  const sent = await find(23.9);
  expect(sent?.reference).toBe(outcome.ok && outcome.reference);
  expect(sent?.receivedAt).toBe(now.toISOString());
  expect(sent?.answers).toContainEqual({
    pageId: "about-you",
    questionId: "respondent-kind",
    label: "Which of these describes you best?",
    line: "I am or have been in care",
    isKeptApart: false,
    files: [],
  });
  expect(sent?.answers).toContainEqual(
    expect.objectContaining({
      questionId: "email",
      line: undefined,
      isKeptApart: true,
    }),
  );
  expect(
    sent?.answers
      .find((one) => one.questionId === "files")
      ?.files.map((file) => file.name),
  ).toEqual(["plan.txt"]);
  expect(JSON.stringify(sent)).not.toContain("ada@example.org");
  expect(await find(24)).toBeUndefined();
  expect(await find(1, "somebody else")).toBeUndefined();
});

test("a browser told to forget what it sent does not find it again, and the response stays", async () => {
  const { db } = openTestDatabase();
  const { draft, call, holderKey } = await givenDraft(db, { now });
  await send(db, draft.id);
  await forgetSentResponse(db, { callId: call.id, holderKey, now });
  const of = { callId: call.id, holderKey, secret: testSecret, now };
  expect(await findSentResponse(db, of)).toBeUndefined();
  expect(await countRows(db)).toMatchObject({ responses: 1 });
});

test("whoever has sent can begin another draft, and the copy of the first stays", async () => {
  const { db } = openTestDatabase();
  const first = await givenDraft(db, { now });
  const outcome = await send(db, first.draft.id);
  const second = await givenDraft(db, {
    call: first.call,
    holderKey: first.holderKey,
    answers: {},
    now,
  });
  expect(second.draft.id).not.toBe(first.draft.id);
  const sent = await findSentResponse(db, {
    callId: first.call.id,
    holderKey: first.holderKey,
    secret: testSecret,
    now,
  });
  expect(sent?.reference).toBe(outcome.ok && outcome.reference);
});

async function givenLateCode(db: Db) {
  const call = await givenCall(db, { state: "closed-late-accepted" });
  const { code } = await issueLateCode(db, {
    callId: call.id,
    secret: testSecret,
    actor: { kind: "system" },
    now,
    randomBytes,
  });
  const startWith = (typed: string, holderKey: string) =>
    startLateDraft(db, {
      callId: call.id,
      definitionId: call.definitionId,
      language: "en",
      holderKey,
      code: typed,
      secret: testSecret,
      now,
      randomBytes,
    });
  return { call, code, startWith };
}

test("a late code opens a closed call for one response, typed with or without its dashes", async () => {
  const { db } = openTestDatabase();
  const { call, code, startWith } = await givenLateCode(db);
  const first = await startWith(code, "first browser");
  const second = await startWith(
    code.toLowerCase().replaceAll("-", " "),
    "second browser",
  );
  if (!first.ok || !second.ok) throw new Error("The code was not taken");
  await givenDraft(db, { call, holderKey: "first browser", now });
  await givenDraft(db, { call, holderKey: "second browser", now });

  expect(await send(db, first.draft.id)).toMatchObject({ ok: true });
  expect(await send(db, second.draft.id)).toEqual({
    ok: false,
    reason: "closed",
  });
  expect(await startWith(code, "third browser")).toEqual({
    ok: false,
    reason: "unknown-code",
  });
  const stored = await db.selectFrom("late_codes").selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(code);
});

test("a late code of another call, a wrong code and no code open nothing", async () => {
  const { db } = openTestDatabase();
  const { call, startWith } = await givenLateCode(db);
  const other = await givenLateCode(db);
  const refused = { ok: false, reason: "unknown-code" };
  expect(await startWith(other.code, "a browser")).toEqual(refused);
  expect(await startWith("AAAA-BBBB", "a browser")).toEqual(refused);
  const { draft } = await givenDraft(db, { call, now });
  expect(await send(db, draft.id)).toEqual({ ok: false, reason: "closed" });
});

test("a call closed by its team refuses a draft that was under way", async () => {
  const { db } = openTestDatabase();
  const { draft, call } = await givenDraft(db, { now });
  await changeCallState(db, {
    callId: call.id,
    to: "closed",
    closesAt: now.toISOString(),
    actor: { kind: "system" },
    now,
  });
  expect(await send(db, draft.id)).toEqual({ ok: false, reason: "closed" });
});
