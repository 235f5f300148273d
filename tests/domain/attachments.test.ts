import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { addAttachmentToResponse } from "#app/domain/attachments/attach-to-response.server.ts";
import {
  type AttachmentStore,
  openAttachmentStore,
} from "#app/domain/attachments/attachment-store.server.ts";
import {
  attachmentRefusalReasons,
  defaultAttachmentLimits,
  type StagedFile,
} from "#app/domain/attachments/attachments.ts";
import {
  attachStagedFiles,
  findAttachmentForStaff,
  moveAttachmentsToResponse,
  removeAttachmentsOfDraft,
  removeDraftAttachment,
  removeStoredFiles,
  selectAttachmentsForReview,
  selectDraftAttachments,
} from "#app/domain/attachments/attachments.server.ts";
import { attachmentWords } from "#app/words/en-attachments.ts";
import { makeDocx, makePdf, makePng } from "#tests/fixtures/documents.ts";
import {
  givenDraftRow,
  givenResponseRow,
  selectEventTypes,
  selectJobKinds,
  stageFile,
} from "#tests/fixtures/staged-files.ts";
import { makeTestFolder, openTestDatabase } from "#tests/setup/database.ts";

const now = new Date("2026-11-22T10:00:00Z");
let db: Db;
let store: AttachmentStore;
let folder: string;
let draftId: number;

beforeEach(async () => {
  ({ db } = openTestDatabase());
  folder = path.join(makeTestFolder(), "uploads");
  store = await openAttachmentStore(folder);
  draftId = await givenDraftRow(db);
});

const stage = (name: string, bytes: Buffer) =>
  stageFile(store.stagingFolder, { name, bytes });

const attach = (
  stagedFiles: StagedFile[],
  limits = defaultAttachmentLimits,
  into = draftId,
) =>
  attachStagedFiles(db, store, {
    draftId: into,
    questionId: "files",
    stagedFiles,
    limits,
    now,
  });

const storedFiles = () =>
  readdirSync(folder).filter((name) => name !== "staging");

describe("attaching", () => {
  test("good files are kept byte for byte, refused ones are told and deleted", async () => {
    const bytes = makePdf({ text: "Kept" });
    const outcome = await attach([
      stage("a/b/report.pdf", bytes),
      stage("page.pdf", Buffer.from("<html>")),
      stage("picture.png", makePng()),
    ]);
    expect(outcome.attached.map((file) => [file.name, file.typeLabel])).toEqual(
      [
        ["report.pdf", "PDF"],
        ["picture.png", "PNG image"],
      ],
    );
    expect(outcome.refusals).toEqual([
      { name: "page.pdf", reason: "wrong-type" },
    ]);
    const [report] = outcome.attached;
    const stored = store.pathOf(report?.publicId ?? "");
    expect(readFileSync(stored)).toEqual(bytes);
    expect(storedFiles()).toHaveLength(2);
    expect(readdirSync(store.stagingFolder)).toEqual([]);
    expect(await selectDraftAttachments(db, draftId)).toEqual({
      files: outcome.attached,
    });
    expect(await selectEventTypes(db)).toEqual([
      "attachment.added",
      "attachment.added",
    ]);
  });

  test("a part that never arrived is told with the name it had", async () => {
    const { refusals } = await attachStagedFiles(db, store, {
      draftId,
      questionId: "files",
      stagedFiles: [],
      refusedParts: [
        { originalName: "C:\\film.mp4", reason: "too-big" },
        { originalName: "b.pdf", reason: "too-many-files" },
        { reason: "unreadable" },
      ],
      limits: defaultAttachmentLimits,
      now,
    });
    expect(refusals).toEqual([
      { name: "film.mp4", reason: "too-big" },
      { name: "b.pdf", reason: "too-many" },
      { name: "", reason: "not-received" },
    ]);
  });

  test("a file of one byte over the call's limit is too big; at the limit it is taken", async () => {
    const bytes = makePdf();
    const limits = { maxFiles: 10, maxFileBytes: bytes.length - 1 };
    expect((await attach([stage("a.pdf", bytes)], limits)).refusals).toEqual([
      { name: "a.pdf", reason: "too-big" },
    ]);
    limits.maxFileBytes += 1;
    expect(
      (await attach([stage("a.pdf", bytes)], limits)).attached,
    ).toHaveLength(1);
  });

  test("files beyond the number a question takes are refused, counting those it has", async () => {
    const limits = { maxFiles: 2, maxFileBytes: 50_000_000 };
    await attach([stage("1.pdf", makePdf({ text: "1" }))], limits);
    const outcome = await attach(
      [
        stage("2.pdf", makePdf({ text: "2" })),
        stage("3.pdf", makePdf({ text: "3" })),
      ],
      limits,
    );
    expect(outcome.attached.map((file) => file.name)).toEqual(["2.pdf"]);
    expect(outcome.refusals).toEqual([{ name: "3.pdf", reason: "too-many" }]);
    expect(storedFiles()).toHaveLength(2);
  });

  test("ten files that arrive in two requests at once do not pass a limit of five", async () => {
    const limits = { maxFiles: 5, maxFileBytes: 50_000_000 };
    const batch = (label: string) =>
      [1, 2, 3, 4, 5].map((n) =>
        stage(`${label}${n}.pdf`, makePdf({ text: `${label} ${n}` })),
      );
    await Promise.all([attach(batch("a"), limits), attach(batch("b"), limits)]);
    expect((await selectDraftAttachments(db, draftId)).files).toHaveLength(5);
    expect(storedFiles()).toHaveLength(5);
  });

  test("the same file chosen again is named again and stored once", async () => {
    const first = await attach([stage("a.pdf", makePdf())]);
    const second = await attach([stage("a.pdf", makePdf())]);
    expect(second.attached).toEqual(first.attached);
    expect(storedFiles()).toHaveLength(1);
  });

  test("a draft that was sent takes no more files", async () => {
    const responseId = await givenResponseRow(db);
    await db
      .updateTable("drafts")
      .set({
        submitted_at: now.toISOString(),
        submitted_response_id: responseId,
      })
      .where("id", "=", draftId)
      .execute();
    const outcome = await attach([stage("a.pdf", makePdf())]);
    expect(outcome.refusals).toEqual([
      { name: "a.pdf", reason: "not-received" },
    ]);
    expect(storedFiles()).toEqual([]);
  });

  test("where the row cannot be written no file is left", async () => {
    await db.schema.alterTable("attachments").renameTo("elsewhere").execute();
    await expect(attach([stage("a.pdf", makePdf())])).rejects.toThrow();
    expect(storedFiles()).toEqual([]);
    expect(readdirSync(store.stagingFolder)).toEqual([]);
  });
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
    const otherDraft = await givenDraftRow(db);
    expect(
      await removeDraftAttachment(db, store, {
        draftId: otherDraft,
        publicId,
        now,
      }),
    ).toEqual({ ok: false, reason: "not-found" });
    expect(existsSync(store.pathOf(publicId))).toBe(true);
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
    const responseId = await givenResponseRow(db);
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
    expect(await selectJobKinds(db)).toEqual([
      "attachment.scan",
      "attachment.extract-text",
      "attachment.scan",
    ]);
  });

  test("staff find a sent file, not a draft's", async () => {
    const { attached } = await attach([stage("a.pdf", makePdf())]);
    const publicId = attached[0]?.publicId ?? "";
    expect(await findAttachmentForStaff(db, publicId)).toBeUndefined();
    const responseId = await givenResponseRow(db);
    await db
      .transaction()
      .execute((trx) =>
        moveAttachmentsToResponse(trx, { draftId, responseId, now }),
      );
    expect(await findAttachmentForStaff(db, publicId)).toMatchObject({
      name: "a.pdf",
      responseId,
      mediaType: "application/pdf",
    });
  });

  test("a file that came with a letter passes the same inspection and is counted", async () => {
    const responseId = await givenResponseRow(db);
    const add = { responseId, questionId: "files", now };
    expect(
      await addAttachmentToResponse(db, store, {
        ...add,
        originalName: "letter.pdf",
        bytes: makePdf(),
      }),
    ).toMatchObject({ ok: true, attachment: { name: "letter.pdf" } });
    expect(
      await addAttachmentToResponse(db, store, {
        ...add,
        originalName: "letter.pdf",
        bytes: Buffer.from("<html>"),
      }),
    ).toEqual({ ok: false, reason: "wrong-type" });
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

test("there are words for each reason of refusal, with and without a name", () => {
  const limits = { maxFiles: 10, maxFileBytes: 50_000_000 };
  expect(Object.keys(attachmentWords.refusals).sort()).toEqual(
    [...attachmentRefusalReasons].sort(),
  );
  for (const reason of attachmentRefusalReasons) {
    const words = attachmentWords.refusals[reason];
    expect(words({ limits })).toMatch(/^(The selected file|You can only) /);
    expect(words({ name: "a.pdf", limits })).toContain("“a.pdf”");
  }
  expect(attachmentWords.refusals["too-big"]({ limits })).toBe(
    "The selected file must be smaller than 50MB",
  );
});
