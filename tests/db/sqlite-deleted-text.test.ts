import { existsSync, readdirSync, readFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { expect, test } from "vitest";
import { openFolderStore } from "#app/domain/attachments/folder-store.server.ts";
import {
  deleteDraft,
  deleteExpiredDrafts,
} from "#app/domain/drafts/delete-drafts.server.ts";
import { startDraft } from "#app/domain/drafts/drafts.server.ts";
import {
  makeResumeCode,
  resumeDraft,
} from "#app/domain/drafts/resume-codes.server.ts";
import { saveDraftPage } from "#app/domain/drafts/save-draft-page.server.ts";
import { lookAtClock } from "#app/domain/jobs/clock.server.ts";
import { givenCall, givenDraftFile } from "#app/tasks/demo/factories.ts";
import { startWorking } from "#app/tasks/work.server.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
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
  const folder = makeTestFolder();
  const store = await openFolderStore(folder);
  const of = { callId: call.id, holderKey, now };
  return { db, file, folder, store, draft, of };
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

test("with it go its files, their bytes, the hash of its resume code and those of its browsers", async () => {
  const { db, file, folder, store, draft, of } = await givenTypedDraft();
  const bytes = Buffer.from(`${canary} in a file`);
  await givenDraftFile(db, store, {
    draftId: draft.id,
    name: `${canary}.txt`,
    bytes,
    now,
  });
  const { publicId } = draft;
  const make = { ...of, publicId, secret: testSecret, randomBytes };
  const made = await makeResumeCode(db, make);
  const { resume_code_hash: codeHash } = await db
    .selectFrom("drafts")
    .select("resume_code_hash")
    .executeTakeFirstOrThrow();
  await resumeDraft(db, {
    ...{ code: made?.code ?? "", secret: testSecret, now },
    holderKey: "a phone",
  });
  const holders = await db.selectFrom("draft_holders").selectAll().execute();
  const hashes = [codeHash ?? "none", ...holders.map((row) => row.holder_hash)];
  expect(hashes).toHaveLength(3);
  const inFolder = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) =>
        readFileSync(path.join(entry.parentPath, entry.name)).includes(canary),
      );
  expect(inFolder()).toHaveLength(1);
  for (const hash of hashes)
    expect(filesThatHold(file, hash)).toContain(`${file}-wal`);
  expect(await deleteDraft(db, store, of)).toBe(true);
  for (const words of [canary, ...hashes])
    expect(filesThatHold(file, words)).toEqual([]);
  expect(inFolder()).toEqual([]);
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
