import { existsSync, readFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { openFolderStore } from "#app/domain/attachments/folder-store.server.ts";
import {
  deleteDraft,
  deleteExpiredDrafts,
} from "#app/domain/drafts/delete-drafts.server.ts";
import { startDraft } from "#app/domain/drafts/drafts.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import { lookAtClock } from "#app/domain/jobs/clock.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { startWorking } from "#app/tasks/work.server.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { makeTestFolder, openTestFile } from "#tests/given/database.ts";

const canary = "ZCANARYDELETED";
const now = new Date("2026-11-22T09:00:00Z");
const later = new Date("2027-11-22T09:00:00Z");

async function givenTypedDraft() {
  const { db, file } = openTestFile();
  const call = await givenCall(db);
  const holderKey = randomBytes(32).toString("base64url");
  const draft = await startDraft(db, {
    callId: call.id,
    definitionId: call.definitionId,
    language: "en",
    holderKey,
    now,
    randomBytes,
  });
  const texts = [`${canary} first`, `${canary} `.repeat(2_000)];
  for (const [baseVersion, text] of texts.entries())
    await saveDraftPage(db, {
      draftId: draft.id,
      pageId: "what-first",
      baseVersion,
      answers: { "what-first": text },
      now,
    });
  const store = await openFolderStore(makeTestFolder());
  return { db, file, store, of: { callId: call.id, holderKey, now } };
}

function filesThatHold(file: string, words: string): string[] {
  return [file, `${file}-wal`, `${file}-journal`].filter(
    (name) => existsSync(name) && readFileSync(name).includes(words),
  );
}

test("what a person deletes is in none of the database's files any more", async () => {
  const { db, file, store, of } = await givenTypedDraft();
  expect(filesThatHold(file, canary)).toContain(`${file}-wal`);
  expect(await deleteDraft(db, store, of)).toBe(true);
  expect(filesThatHold(file, canary)).toEqual([]);
});

test("what has expired is in none of the database's files any more", async () => {
  const { db, file, store } = await givenTypedDraft();
  expect(await deleteExpiredDrafts(db, store, later)).toBe(1);
  expect(filesThatHold(file, canary)).toEqual([]);
});

test("a server whose clock jumped empties the write-ahead log all the same", async () => {
  const { db, file } = await givenTypedDraft();
  await lookAtClock(db, now);
  const context = await makeTestContext(db);
  const told: string[] = [];
  const tell = (_facts: object, text = "") => told.push(text);
  const logger = { info: tell, error: tell };
  expect(readFileSync(`${file}-wal`).includes("draft.started")).toBe(true);
  const { stop } = startWorking({ ...context, logger, now: () => later });
  await expect.poll(() => told.join()).toContain("The clock has jumped");
  await stop();
  expect(readFileSync(`${file}-wal`).includes("draft.started")).toBe(false);
});
