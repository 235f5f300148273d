import { createReadStream } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { checkDraft } from "#app/domain/drafts/check-draft.server.ts";
import { callForEvidence } from "#app/tasks/demo/call-for-evidence.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
} from "#app/tasks/demo/factories.ts";
import { storedPath } from "#tests/given/files.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { messages, now, send } from "#tests/asking/sent-drafts.ts";

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
    conditions: [],
    pages: callForEvidence.pages
      .filter((page) => page.id === "files")
      .map((page) => ({
        ...page,
        questions: page.questions.map((one) => ({ ...one, required: true })),
      })),
  };
  const call = await givenCall(db, { definition });
  const { draft } = await givenDraft(db, { call, answers: {}, now });
  const check = () => checkDraft(db, { draft, definition, messages, now });
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
  expect(await text(createReadStream(storedPath(store, file.publicId)))).toBe(
    bytes.toString(),
  );
});
