import { readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareFiles } from "#app/domain/attachments/compare-files.server.ts";
import { findFileCopy } from "#app/domain/attachments/copies.server.ts";
import { copyAttachment } from "#app/domain/attachments/copying.server.ts";
import { openFileForStaff } from "#app/domain/responses/response-files.server.ts";
import type { CopyOutcome } from "#app/domain/files/copy-file.server.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { makeJpeg } from "#tests/fixtures/documents.ts";
import { givenSentFile, givenStore } from "#tests/given/files.ts";
import { readAll, readLent } from "#tests/given/stores.ts";
import { givenStaffMember } from "#app/tasks/demo/factories.ts";

const now = new Date("2026-11-22T10:00:00Z");

/** Writes what a copy would be, without the program that draws one. */
const drawing =
  (bytes: string) =>
  ({ target }: { target: string }) => {
    writeFileSync(target, bytes);
    return Promise.resolve<CopyOutcome>({ state: "made", typeId: "jpeg" });
  };

async function givenPhoto() {
  const { db, store } = await givenStore();
  const photo = await givenSentFile(
    { db, store },
    { name: "Mon – photo.jpeg", bytes: makeJpeg() },
  );
  const { attachmentId } = photo;
  const copyAs = (
    copy: (copying: { target: string }) => Promise<CopyOutcome>,
  ) => copyAttachment(db, store, { attachmentId, now, copy });
  return { db, store, photo, attachmentId, copyAs };
}

test("the copy of a sent file is kept beside it, once, and the sweep knows it", async () => {
  const { db, store, attachmentId, copyAs } = await givenPhoto();
  expect(await findFileCopy(db, attachmentId)).toBeUndefined();
  await copyAs(drawing("drawn"));
  await copyAs(drawing("drawn again"));
  const copy = await findFileCopy(db, attachmentId);
  if (copy?.state !== "made") throw new Error("It was not made.");
  expect(copy).toMatchObject({ mediaType: "image/jpeg", byteSize: 5 });
  expect((await readLent(store, copy)).toString()).toBe("drawn");
  expect(readdirSync(store.stagingFolder)).toEqual([]);
  expect(await compareFiles(db, store, now)).toMatchObject({
    ...{ storedCount: 3, knownCount: 3, youngCount: 0 },
    ...{ missing: [], otherLength: [] },
  });
  await store.remove(copy.publicId);
  expect((await compareFiles(db, store, now)).missing).toMatchObject([
    { publicId: copy.publicId, attachmentId },
  ]);
});

test("why there is no copy is written down, and a later one takes its place", async () => {
  const { db, attachmentId, copyAs } = await givenPhoto();
  await copyAs(() => Promise.resolve({ state: "failed", reason: "timed-out" }));
  expect(await findFileCopy(db, attachmentId)).toEqual({
    state: "failed",
    reason: "timed-out",
  });
  await copyAs(drawing("drawn"));
  expect(await findFileCopy(db, attachmentId)).toMatchObject({ state: "made" });
  expect((await selectEventTypes(db)).slice(-2)).toEqual([
    "attachment.not-copied",
    "attachment.copied",
  ]);
});

test("a copy whose row is not written is not kept, and nothing is left behind", async () => {
  const { db, store, copyAs } = await givenPhoto();
  await copyAs(async (copying) => {
    await db.deleteFrom("jobs").execute();
    await db
      .deleteFrom("attachments")
      .where("original_name", "like", "Mon%")
      .execute();
    return drawing("drawn")(copying);
  });
  expect(readdirSync(store.stagingFolder)).toEqual([]);
  const { storedCount, knownCount } = await compareFiles(db, store, now);
  // The deleted row's own file.
  expect(storedCount - knownCount).toBe(1);
});

test("staff open a picture's copy although no scanner has read the original, and that is told apart", async () => {
  const { db, store, photo, copyAs } = await givenPhoto();
  const viewer = await givenStaffMember(db);
  const open = (part: "original" | "copy") =>
    openFileForStaff(db, store, {
      ...{ publicId: photo.publicId, part, viewer, now },
      isUnscannedAccepted: false,
    });
  expect(await open("copy")).toMatchObject({ reason: "not-found" });
  await copyAs(drawing("drawn"));
  expect(await open("original")).toMatchObject({ reason: "not-scanned" });
  const opened = await open("copy");
  if (!opened.ok) throw new Error("It was not opened.");
  expect(opened.handedOut).toMatchObject({
    name: "Mon – photo (copy).jpg",
    mediaType: "image/jpeg",
  });
  expect((await readAll(opened.bytes)).toString()).toBe("drawn");
  expect((await selectEventTypes(db)).at(-1)).toBe("attachment.copy-opened");
});
