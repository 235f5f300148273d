import { existsSync, readFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { openAttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import {
  deleteDraft,
  deleteExpiredDrafts,
} from "#app/domain/drafts/delete-drafts.server.ts";
import { startDraft } from "#app/domain/drafts/drafts.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { makeTestFolder, openTestDatabase } from "#tests/given/database.ts";

const canary = "ZCANARYDELETED";
const now = new Date("2026-11-22T09:00:00Z");
const later = new Date("2027-11-22T09:00:00Z");

async function givenTypedDraft() {
  const { db, file } = openTestDatabase();
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
  const store = await openAttachmentStore({ folder: makeTestFolder() });
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
