import { randomBytes } from "node:crypto";
import path from "node:path";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";

import { attachStagedFiles } from "#app/domain/attachments/attachments.server.ts";
import { openFolderStore } from "#app/domain/attachments/folder-store.server.ts";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import {
  deleteDraft,
  deleteExpiredDrafts,
} from "#app/domain/drafts/delete-drafts.server.ts";
import { startDraft } from "#app/domain/drafts/drafts.server.ts";
import {
  issueLateCode,
  startLateDraft,
} from "#app/domain/drafts/late-codes.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import {
  givenCall,
  givenDraft,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { now, send } from "#tests/asking/sent-drafts.ts";
import { testSecret } from "#tests/given/context.ts";
import { makeTestFolder } from "#tests/given/database.ts";
import { stageFile } from "#tests/given/files.ts";
import {
  countEvents,
  givenTwoServers,
  times,
} from "#tests/given/two-servers.ts";

const countOf = async (db: Db, table: "responses" | "drafts" | "attachments") =>
  (await db.selectFrom(table).select("id").execute()).length;

test("a draft that is sent four times at once is one response", async () => {
  const { db, atOnce } = await givenTwoServers();
  await givenDraft(db, { now });
  const { draft } = await givenDraft(db, { now });
  const sent = await atOnce(...times(4, (on: Db) => send(on, draft.id)));
  const references = sent.map((outcome) => outcome.ok && outcome.reference);
  expect(references).not.toContain(false);
  expect(new Set(references).size).toBe(1);
  expect(await countOf(db, "responses")).toBe(1);
});

test("a draft that is begun four times at once is one draft", async () => {
  const { db, atOnce } = await givenTwoServers();
  const { call } = await givenDraft(db, { now });
  const start = {
    callId: call.id,
    definitionId: call.definitionId,
    language: "en" as const,
    holderKey: randomBytes(32).toString("base64url"),
    begunWith: "one page",
    now,
    randomBytes,
  };
  const begun = await atOnce(...times(4, (on: Db) => startDraft(on, start)));
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  expect(await countOf(db, "drafts")).toBe(2);
});

test("two drafts with one late code, sent at once, are one response", async () => {
  const { db, atOnce } = await givenTwoServers();
  const call = await givenCall(db, { state: "closed-late-accepted" });
  const actor = { kind: "system" as const };
  const issue = {
    callId: call.id,
    secret: testSecret,
    actor,
    now,
    randomBytes,
  };
  await issueLateCode(db, issue);
  const { code } = await issueLateCode(db, issue);
  const draftIds: number[] = [];
  for (const holderKey of ["one", "another"]) {
    const started = await startLateDraft(db, {
      callId: call.id,
      definitionId: call.definitionId,
      language: "en",
      holderKey,
      code,
      secret: testSecret,
      now,
      randomBytes,
    });
    if (!started.ok) throw new Error(started.reason);
    const draftId = started.draft.id;
    const page = { pageId: "given", baseVersion: 0, answers: someAdvice, now };
    await saveDraftPage(db, { draftId, ...page });
    draftIds.push(draftId);
  }
  const sent = await atOnce(
    ...draftIds.map((draftId) => (on: Db) => send(on, draftId)),
  );
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await countOf(db, "responses")).toBe(1);
});

/** A draft after somebody else's, and a way to give it a file of a name. */
async function givenDraftForOneFile(db: Db) {
  await givenDraft(db, { now });
  const { draft } = await givenDraft(db, { now });
  const store = await openFolderStore(path.join(makeTestFolder(), "uploads"));
  const attach = (name: string) => {
    const bytes = Buffer.from(`The file ${name}.`);
    const staged = stageFile(store.stagingFolder, { name, bytes });
    const limits = { maxFiles: 1, maxFileBytes: 1e6, maxDraftBytes: 1e6 };
    const file = { questionId: "files", stagedFiles: [staged], limits, now };
    return (on: Db) =>
      attachStagedFiles(on, store, { draftId: draft.id, ...file });
  };
  return { draftId: draft.id, attach };
}

test("of three files sent at once a call keeps no more than it takes", async () => {
  const { db, atOnce } = await givenTwoServers();
  const { attach } = await givenDraftForOneFile(db);
  const names = ["a.txt", "b.txt", "c.txt"];
  const outcomes = await atOnce(...names.map(attach));
  expect(outcomes.flatMap(({ attached }) => attached)).toHaveLength(1);
  expect(await countOf(db, "attachments")).toBe(1);
});

test("a file that comes while its draft is sent goes with it, or is refused", async () => {
  const { db, atOnce } = await givenTwoServers();
  const { attach, draftId } = await givenDraftForOneFile(db);
  await atOnce<unknown>(attach("a.txt"), (on) => send(on, draftId));
  const files = await db.selectFrom("attachments").selectAll().execute();
  const { attachment_count: counted } = await db
    .selectFrom("responses")
    .select("attachment_count")
    .executeTakeFirstOrThrow();
  expect(files.filter((file) => file.response_id !== null)).toHaveLength(
    counted,
  );
  expect(files.filter((file) => file.draft_id !== null)).toEqual([]);
});

test("a page that is saved while its draft is sent is in the response, or is refused", async () => {
  const { db, atOnce } = await givenTwoServers();
  for (let round = 0; round < 5; round += 1) {
    const { draft } = await givenDraft(db, { now });
    const typed = `What came last, ${round}.`;
    const [saved] = await atOnce<unknown>(
      (on) =>
        saveDraftPage(on, {
          draftId: draft.id,
          pageId: "what-first",
          baseVersion: 0,
          answers: { "what-first": typed },
          now,
        }),
      (on) => send(on, draft.id),
    );
    const answers = await db
      .selectFrom("answers")
      .select("text")
      .where("text", "=", typed)
      .execute();
    const left = await db.selectFrom("draft_answers").selectAll().execute();
    expect({ saved, count: answers.length, left }).toMatchObject(
      answers.length === 1
        ? { saved: { ok: true }, left: [] }
        : { saved: { ok: false, reason: "already-sent" }, left: [] },
    );
  }
});

test("of two tabs that save one page at once neither is overwritten unseen", async () => {
  const { db, atOnce } = await givenTwoServers();
  const { draft } = await givenDraft(db, { now });
  const save = (text: string) => (on: Db) =>
    saveDraftPage(on, {
      draftId: draft.id,
      pageId: "what-first",
      baseVersion: 0,
      answers: { "what-first": text },
      now,
    });
  const saved = await atOnce(save("One."), save("Another."), save("A third."));
  expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
  expect(
    saved.filter((one) => !one.ok && one.reason === "saved-elsewhere"),
  ).toHaveLength(2);
});

test("a draft that is deleted while it is sent is either gone or sent", async () => {
  const { db, atOnce } = await givenTwoServers();
  const store = await openFolderStore(path.join(makeTestFolder(), "uploads"));
  for (let round = 0; round < 3; round += 1) {
    const before = await countOf(db, "responses");
    const { draft, call, holderKey } = await givenDraft(db, { now });
    const [isDeleted, sent] = await atOnce<unknown>(
      (on) => deleteDraft(on, store, { callId: call.id, holderKey, now }),
      (on) => send(on, draft.id),
    );
    const isSent = (await countOf(db, "responses")) > before;
    expect(isDeleted).toBe(!isSent);
    expect(sent).toMatchObject({ ok: isSent });
  }
});

test("what has expired is deleted once by two that keep house", async () => {
  const { db, atOnce } = await givenTwoServers();
  const store = await openFolderStore(path.join(makeTestFolder(), "uploads"));
  await givenDraft(db, { now });
  await givenDraft(db, { now });
  const later = new Date(now.getTime() + 90 * 24 * 3_600_000);
  const counts = await atOnce(
    ...times(2, (on: Db) => deleteExpiredDrafts(on, store, later)),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(await countEvents(db, "draft.expired")).toBe(2);
});

test("a call that is moved twice at once has moved once", async () => {
  const { db, atOnce } = await givenTwoServers();
  const { call } = await givenDraft(db, { now });
  const move = (on: Db) =>
    changeCallState(on, {
      callId: call.id,
      to: "closed",
      closesAt: null,
      actor: { kind: "system" },
      now,
    });
  await atOnce(...times(3, move));
  expect(await countEvents(db, "call.state-changed")).toBe(1);
});

test("a response that is indexed four times at once is in the index once", async () => {
  const { db, atOnce } = await givenTwoServers();
  const { responseId } = await givenResponse(db);
  await atOnce(...times(4, (on: Db) => indexResponse(on, { responseId })));
});
