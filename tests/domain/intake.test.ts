import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { responseMatches } from "#app/db/search.server.ts";
import { allOf } from "#app/db/word-trees.ts";
import { readMarkedTerms } from "#app/domain/triage/queue-query-parts.ts";
import type { Db } from "#app/db/schema.ts";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { addFileToResponse } from "#app/domain/responses/response-files.server.ts";
import { runNextJob } from "#app/domain/jobs/jobs.server.ts";
import { deleteExpiredDrafts } from "#app/domain/drafts/delete-drafts.server.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { callForEvidence } from "#app/tasks/demo/call-for-evidence.ts";
import {
  givenCall,
  givenDraft,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { createJobHandlers } from "#app/tasks/job-handlers.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase, openTestFile } from "#tests/given/database.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";
import { anyLead } from "#tests/given/people.ts";

const now = new Date("2026-11-22T09:00:00Z");

async function findByWords(db: Db, typed: string): Promise<string[]> {
  const words = allOf(readMarkedTerms(typed));
  if (!words) return [];
  const rows = await db
    .selectFrom("responses")
    .select("reference")
    .where(responseMatches(db, words))
    .execute();
  return rows.map((row) => row.reference);
}

async function runAllJobs(db: Db) {
  const context = await makeTestContext(db);
  const handlers = createJobHandlers(context);
  const run = () => runNextJob(db, { handlers, now: context.now });
  while ((await run()) !== "nothing-due");
  return context;
}

test("a taken reference is not used twice: another is made", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const first = Buffer.alloc(16, 1);
  const second = Buffer.alloc(16, 2);
  const inTurn = [first, first, second];
  const stuck = (count: number) => inTurn.shift() ?? randomBytes(count);
  const one = await givenResponse(db, { call, randomBytes: stuck });
  const other = await givenResponse(db, { call, randomBytes: stuck });
  expect(one.reference).toBe("H-3333-3333");
  expect(other.reference).toBe("H-4444-4444");
});

test("a response of another channel keeps when it arrived and when it was recorded", async () => {
  const { db } = openTestDatabase();
  const receivedAt = new Date("2026-09-01T08:00:00Z");
  const { responseId } = await givenResponse(db, {
    channel: "letter",
    receivedAt,
    recordedAt: now,
    sourceKey: "letter 17",
  });
  const row = await db
    .selectFrom("responses")
    .selectAll()
    .where("id", "=", responseId)
    .executeTakeFirst();
  expect(row).toMatchObject({
    channel: "letter",
    received_at: receivedAt.toISOString(),
    recorded_at: now.toISOString(),
    source_key: "letter 17",
  });
  const event = await db
    .selectFrom("events")
    .select("at")
    .where("type", "=", "response.received")
    .executeTakeFirst();
  expect(event?.at).toBe(now.toISOString());
});

test("the same source key comes into a call once, and into another call too", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  await givenResponse(db, { call, sourceKey: "17" });
  await expect(givenResponse(db, { call, sourceKey: "17" })).rejects.toThrow(
    /unique/i,
  );
  await givenResponse(db, { sourceKey: "17" });
  expect(await verifyChain(db)).toMatchObject({ ok: true });
});

test("an answer to a question that the definition does not have is left out", async () => {
  const { db } = openTestDatabase();
  const { reference } = await givenResponse(db, {
    answers: { ...someAdvice, "from-elsewhere": "hello" },
  });
  const response = await findResponseForReview(db, {
    reference,
    viewer: anyLead,
    now: new Date(),
  });
  expect(response?.answers.map((answer) => answer.questionId)).toEqual([
    "respondent-kind",
    "what-first",
    "may-quote",
  ]);
});

test("a word of an answer is found once the worker has run, and an identifying one never", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: callForEvidence });
  const { reference } = await givenResponse(db, {
    call,
    answers: { name: "Zebedee Quill", summary: "Siblings stayed together." },
  });
  expect(await findByWords(db, "sibling")).toEqual([]);
  await runAllJobs(db);
  expect(await findByWords(db, "sibling")).toEqual([reference]);
  expect(await findByWords(db, "Zebedee")).toEqual([]);
});

test("a word that stands only inside a file is found", async () => {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { responseId, reference } = await givenResponse(db);
  const added = await addFileToResponse(db, context.attachmentStore, {
    responseId,
    questionId: "files",
    originalName: "report.pdf",
    bytes: makePdf({ text: "Only a pangolin would look here." }),
    now,
  });
  expect(added).toMatchObject({ ok: true });
  const handlers = createJobHandlers(context);
  const run = () => runNextJob(db, { handlers, now: context.now });
  while ((await run()) !== "nothing-due");
  expect(await findByWords(db, "pangolin")).toEqual([reference]);
});

test("indexing again puts the new text in place of the old, and a response that is gone out of the index", async () => {
  const { db } = openTestDatabase();
  const { responseId, reference } = await givenResponse(db);
  await indexResponse(db, { responseId });
  await indexResponse(db, { responseId });
  expect(await findByWords(db, "children move")).toEqual([reference]);
  await db
    .updateTable("answers")
    .set({ text: "Something else" })
    .where("question_id", "=", "what-first")
    .execute();
  await indexResponse(db, { responseId });
  expect(await findByWords(db, "children move")).toEqual([]);
  await db.deleteFrom("responses").where("id", "=", responseId).execute();
  await indexResponse(db, { responseId });
  expect(await findByWords(db, "something")).toEqual([]);
});

test("no operation on drafts and responses scans a table", async () => {
  const { db } = openTestFile();
  const { attachmentStore } = await makeTestContext(db);
  const { draft, call, holderKey } = await givenDraft(db, { now });
  const { reference, responseId } = await givenResponse(db);
  const holder = { callId: call.id, holderKey, now };
  const secret = testSecret;
  const messages = wordsIn("en").questions;
  const plans = await readQueryPlans(db, async (watched) => {
    await findDraft(watched, holder);
    await findDraft(watched, { ...holder, named: { begunWith: "a page" } });
    await saveDraftPage(watched, {
      draftId: draft.id,
      pageId: "what-first",
      baseVersion: 0,
      answers: { "what-first": "Something else." },
      now,
    });
    await submitDraft(watched, {
      draftId: draft.id,
      secret,
      messages,
      now,
      randomBytes,
    });
    await findSentResponse(watched, { ...holder, secret });
    await findResponseForReview(watched, {
      reference,
      viewer: anyLead,
      now: new Date(),
    });
    await indexResponse(watched, { responseId });
    await deleteExpiredDrafts(watched, attachmentStore, now);
  });
  expect(plans.length).toBeGreaterThan(20);
  const scans = plans.filter((plan) =>
    /SCAN (?!(?:response|note|answer)_search VIRTUAL TABLE INDEX|\(join|events$)/.test(
      plan,
    ),
  );
  expect(scans).toEqual([]);
  const plan = plans.join("\n");
  expect(plan).toContain("INDEX drafts_begun_once");
  expect(plan).toMatch(/SEARCH draft_holders .*\(holder_hash=\?\)/);
  expect(plan).toContain("INDEX drafts_by_expiry");
  expect(plan).toContain("INDEX attachments_by_draft");
  expect(plan).toContain("INDEX attachments_by_response");
});
