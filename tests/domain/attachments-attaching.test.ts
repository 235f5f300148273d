import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { type AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { defaultAttachmentLimits } from "#app/domain/attachments/attachments.ts";
import {
  attachStagedFiles,
  selectDraftAttachments,
} from "#app/domain/attachments/attachments.server.ts";
import { makePdf, makePng } from "#tests/fixtures/documents.ts";
import { givenDraftForFiles, storedPath } from "#tests/given/files.ts";
import { watchRecords } from "#tests/asking/events.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";

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

describe("attaching", () => {
  test("good files are kept byte for byte, refused ones are told and deleted", async () => {
    const records = await watchRecords(db);
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
      { name: "page.pdf", reason: "wrong-type", found: "web-page" },
    ]);
    const [report] = outcome.attached;
    const stored = storedPath(store, report?.publicId ?? "");
    expect(readFileSync(stored)).toEqual(bytes);
    expect(storedFiles()).toHaveLength(2);
    expect(readdirSync(store.stagingFolder)).toEqual([]);
    expect(await selectDraftAttachments(db, draftId)).toEqual({
      files: outcome.attached,
    });
    expect(await records.eventTypes()).toEqual([
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
    const limits = {
      maxFiles: 10,
      maxFileBytes: bytes.length - 1,
      maxDraftBytes: 500_000_000,
    };
    expect((await attach([stage("a.pdf", bytes)], limits)).refusals).toEqual([
      { name: "a.pdf", reason: "too-big" },
    ]);
    limits.maxFileBytes += 1;
    expect(
      (await attach([stage("a.pdf", bytes)], limits)).attached,
    ).toHaveLength(1);
  });

  test("files beyond the number a question takes are refused, counting those it has", async () => {
    const limits = {
      maxFiles: 2,
      maxFileBytes: 50_000_000,
      maxDraftBytes: 500_000_000,
    };
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
    const limits = {
      maxFiles: 5,
      maxFileBytes: 50_000_000,
      maxDraftBytes: 500_000_000,
    };
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
    const { responseId } = await givenResponse(db);
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
