import { expect, test } from "vitest";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import { checkDraft } from "#app/domain/drafts/check-draft.server.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import {
  givenCall,
  givenDraft,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { refuseInserts } from "#tests/given/triggers.ts";
import { messages, now, send } from "#tests/asking/sent-drafts.ts";
import { countRecords } from "#tests/asking/events.ts";

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
  expect(await countRecords(db)).toMatchObject({
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
  const before = await countRecords(db);
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
  expect(await checkDraft(db, { draft, definition, messages, now })).toEqual(
    problems,
  );
  expect(await send(db, draft.id)).toEqual({
    ok: false,
    reason: "incomplete",
    problems,
  });
  expect(await countRecords(db)).toEqual(before);
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
    now,
  });
  expect(problems.map((problem) => problem.message)).toEqual([
    messages.enterAnswer,
    messages.enterAnswer,
  ]);
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
  await refuseInserts(db, "jobs", { message: "the disk is full" });
  const before = await countRecords(db);
  await expect(send(db, draft.id)).rejects.toThrow("the disk is full");
  expect(await countRecords(db)).toEqual(before);
  const kept = await findDraft(db, { callId: call.id, holderKey, now });
  expect(kept?.answers).toEqual(draft.answers);
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
