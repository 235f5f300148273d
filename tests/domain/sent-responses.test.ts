import { expect, test } from "vitest";
import { clearReceipt } from "#app/domain/drafts/sent-drafts.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import {
  givenDraft,
  givenDraftFile,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { now, send } from "#tests/asking/sent-drafts.ts";
import { countRecords } from "#tests/asking/events.ts";

const afterHours = (hours: number) =>
  new Date(now.getTime() + hours * 3_600_000);

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
    isEvidence: false,
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
  const { publicId } = draft;
  await clearReceipt(db, { callId: call.id, holderKey, publicId, now });
  const of = { callId: call.id, holderKey, secret: testSecret, now };
  expect(await findSentResponse(db, of)).toBeUndefined();
  expect(await countRecords(db)).toMatchObject({ responses: 1 });
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
