import { existsSync, readdirSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { addFileToResponse } from "#app/domain/responses/response-files.server.ts";
import { type AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import {
  moveAttachmentsToResponse,
  removeAttachmentsOfDraft,
  removeDraftAttachment,
  removeStoredFiles,
  selectAttachmentsForReview,
  selectDraftAttachments,
} from "#app/domain/attachments/attachments.server.ts";
import { makeDocx, makePdf, makePng } from "#tests/fixtures/documents.ts";
import { givenDraftForFiles, storedPath } from "#tests/given/files.ts";
import { findFileForStaff } from "#app/domain/responses/response-files.server.ts";
import { anyLead } from "#tests/given/people.ts";
import { watchRecords, selectEventTypes } from "#tests/asking/events.ts";
import { callForIdeas } from "#app/tasks/demo/call-for-ideas.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { send } from "#tests/asking/sent-drafts.ts";

const now = new Date("2026-11-22T10:00:00Z");
let db: Db;
let store: AttachmentStore;
let draftId: number;
let stage: Desk["stage"];
let attach: Desk["attach"];
let storedFiles: Desk["storedFiles"];

type Desk = Awaited<ReturnType<typeof givenDraftForFiles>>;

beforeEach(async () => {
  ({ db, store, draftId, stage, attach, storedFiles } =
    await givenDraftForFiles());
});

describe("removing", () => {
  test("takes the row and the bytes", async () => {
    const { attached } = await attach([stage("a.pdf", makePdf())]);
    const publicId = attached[0]?.publicId ?? "";
    expect(
      await removeDraftAttachment(db, store, { draftId, publicId, now }),
    ).toEqual({ ok: true });
    expect(storedFiles()).toEqual([]);
    expect(await selectDraftAttachments(db, draftId)).toEqual({});
    expect(await selectEventTypes(db)).toContain("attachment.removed");
  });

  test("someone else's file is not found, and stays", async () => {
    const { attached } = await attach([stage("a.pdf", makePdf())]);
    const publicId = attached[0]?.publicId ?? "";
    const { draft: other } = await givenDraft(db);
    expect(
      await removeDraftAttachment(db, store, {
        draftId: other.id,
        publicId,
        now,
      }),
    ).toEqual({ ok: false, reason: "not-found" });
    expect(existsSync(storedPath(store, publicId))).toBe(true);
  });

  test("an id that is a path is not found", async () => {
    expect(
      await removeDraftAttachment(db, store, {
        draftId,
        publicId: "../staging",
        now,
      }),
    ).toEqual({ ok: false, reason: "not-found" });
  });

  test("a draft's deletion takes all its files", async () => {
    await attach([stage("a.pdf", makePdf()), stage("b.png", makePng())]);
    const publicIds = await db
      .transaction()
      .execute((trx) => removeAttachmentsOfDraft(trx, { draftId, now }));
    await removeStoredFiles(store, publicIds);
    expect(publicIds).toHaveLength(2);
    expect(storedFiles()).toEqual([]);
  });
});

describe("sending", () => {
  test("the files change hands, and each is to be scanned; those with text are to be read", async () => {
    await attach([stage("a.docx", makeDocx()), stage("b.png", makePng())]);
    const { responseId } = await givenResponse(db);
    const records = await watchRecords(db);
    const count = await db
      .transaction()
      .execute((trx) =>
        moveAttachmentsToResponse(trx, { draftId, responseId, now }),
      );
    expect(count).toBe(2);
    expect(await selectDraftAttachments(db, draftId)).toEqual({});
    const files = await selectAttachmentsForReview(db, responseId);
    expect(
      files.map((file) => [file.name, file.scanState, file.extractionState]),
    ).toEqual([
      ["a.docx", "waiting", "waiting"],
      ["b.png", "waiting", "no-text"],
    ]);
    expect(await records.jobKinds()).toEqual([
      "attachment.scan",
      "attachment.copy",
      "attachment.extract-text",
      "attachment.scan",
      "attachment.copy",
      "attachment.recognise",
    ]);
  });

  test("no file stays behind, whatever the call asks for: a draft that was sent could never be deleted", async () => {
    const call = await givenCall(db, { definition: callForIdeas });
    const { draft } = await givenDraft(db, {
      call,
      answers: { idea: "Keep the photo books." },
      now,
    });
    const file = await givenDraftFile(db, store, { draftId: draft.id, now });
    expect(await send(db, draft.id)).toMatchObject({ ok: true });
    const rows = await db
      .selectFrom("attachments")
      .innerJoin("responses", "responses.id", "attachments.response_id")
      .select(["draft_id", "attachment_count"])
      .where("public_id", "=", file.publicId)
      .execute();
    expect(rows).toEqual([{ draft_id: null, attachment_count: 1 }]);
  });

  test("staff find a sent file, not a draft's", async () => {
    const { attached } = await attach([stage("a.pdf", makePdf())]);
    const publicId = attached[0]?.publicId ?? "";
    expect(
      await findFileForStaff(db, { publicId, viewer: anyLead }),
    ).toBeUndefined();
    const { responseId } = await givenResponse(db);
    await db
      .transaction()
      .execute((trx) =>
        moveAttachmentsToResponse(trx, { draftId, responseId, now }),
      );
    expect(
      await findFileForStaff(db, { publicId, viewer: anyLead }),
    ).toMatchObject({
      name: "a.pdf",
      responseId,
      mediaType: "application/pdf",
    });
  });

  test("a file that came with a letter passes the same inspection and is counted", async () => {
    const { responseId } = await givenResponse(db);
    const add = { responseId, questionId: "files", now };
    expect(
      await addFileToResponse(db, store, {
        ...add,
        originalName: "letter.pdf",
        bytes: makePdf(),
      }),
    ).toMatchObject({ ok: true, attachment: { name: "letter.pdf" } });
    expect(
      await addFileToResponse(db, store, {
        ...add,
        originalName: "letter.pdf",
        bytes: Buffer.from("<html>"),
      }),
    ).toMatchObject({ ok: false, reason: "wrong-type" });
    const response = await db
      .selectFrom("responses")
      .select("attachment_count")
      .where("id", "=", responseId)
      .executeTakeFirstOrThrow();
    expect(response.attachment_count).toBe(1);
    expect(storedFiles()).toHaveLength(1);
    expect(readdirSync(store.stagingFolder)).toEqual([]);
  });
});
