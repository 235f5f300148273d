import { expect, test, vi } from "vitest";
import {
  attachStagedFiles,
  moveAttachmentsToResponse,
  selectAttachmentsForReview,
} from "#app/domain/attachments/attachments.server.ts";
import { defaultAttachmentLimits } from "#app/domain/attachments/attachments.ts";
import { checkAttachment } from "#app/domain/attachments/checking.server.ts";
import { mostAttemptsOf } from "#app/domain/jobs/jobs.ts";
import { runNextJob, selectJobOverview } from "#app/domain/jobs/jobs.server.ts";
import { openFileForStaff } from "#app/domain/responses/response-files.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { makeDocx } from "#tests/fixtures/documents.ts";
import { watchRecords } from "#tests/asking/events.ts";
import { givenDraftForFiles } from "#tests/given/files.ts";
import { anyLead } from "#tests/given/people.ts";

const now = new Date("2026-11-26T10:00:00Z");

// Each file is really looked into, by a thread that may have to load first.
vi.setConfig({ testTimeout: 60_000 });

/** Two files of a response for which there was no time; it is the second that the test is of. */
async function givenUnchecked(name: string, bytes: Buffer) {
  const { db, store, draftId, stage } = await givenDraftForFiles();
  const { responseId } = await givenResponse(db);
  const records = await watchRecords(db);
  await attachStagedFiles(db, store, {
    draftId,
    questionId: "files",
    stagedFiles: [
      stage("earlier.txt", Buffer.from("Earlier")),
      stage(name, bytes),
    ],
    limits: defaultAttachmentLimits,
    budget: { leftMilliseconds: 0 },
    now,
  });
  await db
    .transaction()
    .execute((trx) =>
      moveAttachmentsToResponse(trx, { draftId, responseId, now }),
    );
  const read = async () => {
    const files = await selectAttachmentsForReview(db, responseId);
    return files.map(({ flags, scanState }) => ({ flags, scanState }));
  };
  const [, file] = await selectAttachmentsForReview(db, responseId);
  const attachmentId = file?.id ?? 0;
  const publicId = file?.publicId ?? "";
  const check = () => checkAttachment(db, store, { attachmentId, now });
  return { db, store, attachmentId, publicId, read, check, records };
}

const unchecked = { flags: ["not-checked"], scanState: "waiting" };

test("a file for which there was no time is looked into when its response was sent", async () => {
  const { read, check, records } = await givenUnchecked(
    "a.csv",
    Buffer.from("a,b\n=1+1,2\n"),
  );
  expect(await read()).toEqual([unchecked, unchecked]);
  const kinds = await records.jobKinds();
  expect(kinds.filter((kind) => kind === "attachment.check")).toHaveLength(2);
  await check();
  expect(await read()).toEqual([
    unchecked,
    { flags: ["formula-cells"], scanState: "waiting" },
  ]);
  await check();
  const types = await records.eventTypes();
  expect(types.filter((type) => type === "attachment.checked")).toHaveLength(1);
});

test("what would have been refused stays, and opens only for who has read so", async () => {
  const macro = { name: "word/vbaProject.bin", content: "macro" };
  const { db, store, attachmentId, publicId, read, check } =
    await givenUnchecked("a.docx", makeDocx({ entries: [macro] }));
  await check();
  expect((await read())[1]?.flags).toEqual(["not-acceptable"]);
  await db
    .updateTable("attachments")
    .set({ scan_state: "clean" })
    .where("id", "=", attachmentId)
    .execute();
  const open = (isUnscannedAccepted: boolean) =>
    openFileForStaff(db, store, {
      publicId,
      viewer: anyLead,
      isUnscannedAccepted,
      now,
    });
  expect(await open(false)).toMatchObject({ ok: false, reason: "not-scanned" });
  expect(await open(true)).toMatchObject({ ok: true });
});

test("a virus that was found only then is never opened", async () => {
  const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"}$H+H*`;
  const { read, check } = await givenUnchecked("a.txt", Buffer.from(eicar));
  await check();
  expect((await read())[1]).toEqual({
    flags: ["not-acceptable"],
    scanState: "infected",
  });
});

test("looking again is tried a few times, then staff see that it failed", async () => {
  const { db } = await givenUnchecked("a.txt", Buffer.from("a"));
  const nothing = () => Promise.resolve();
  const handlers = {
    "attachment.check": () => Promise.reject(new Error("no time")),
    "attachment.scan": nothing,
    "attachment.extract-text": nothing,
    "attachment.copy": nothing,
    "attachment.recognise": nothing,
    "import.work": async () => {},
    "project.work": async () => {},
    "safeguarding.tell": async () => {},
    "team.tell-handed-over": async () => {},
    "safeguarding.remind": async () => {},
    "mail.send": async () => {},
    "export.make": async () => {},
    "bulk.run": nothing,
    "responses.due": nothing,
    "call.publish": nothing,
    "call.tell": nothing,
    "response.index": nothing,
  };
  const kind = "attachment.check";
  const most = mostAttemptsOf(kind);
  for (let run = 0; run < 2 * most; run += 1) {
    const later = new Date(now.getTime() + run * 3_600_000);
    await runNextJob(db, { handlers, now: () => later, kind });
  }
  const { failed } = await selectJobOverview(db);
  expect(failed).toMatchObject([
    { kind, attempts: most },
    { kind, attempts: most },
  ]);
});
