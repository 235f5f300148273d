import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { attachStagedFiles } from "#app/domain/attachments/attachments.server.ts";
import { defaultAttachmentLimits } from "#app/domain/attachments/attachments.ts";
import { scanAttachment } from "#app/domain/attachments/scanning.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { loader as openEntry } from "#app/routes/review.entries_.$reference.tsx";
import { loader as openCorrection } from "#app/routes/review.entries_.$reference_.correct.tsx";
import { loader as openPage } from "#app/routes/review.files.$attachment_.pages.$page.ts";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { ask } from "#tests/asking/routes.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenSentFile, stageFile, storedPath } from "#tests/given/files.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { now } from "#tests/given/tables.ts";
import { givenWithheldFile } from "#tests/given/withheld-file.ts";

let context: RequestContext;
let cookie: string;
let staffId: string;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  ({ cookie, staffId } = await signInAs(context, "reviewer"));
});

const twoPages = makePdf({ text: "Two pages.", pageCount: 2 });

async function givenFile(bytes = twoPages, name = "letter.pdf") {
  const keeping = { db: context.db, store: context.attachmentStore };
  await givenSentFile(keeping, { bytes: makePdf({ text: "Earlier" }) });
  return givenSentFile(keeping, { bytes, name });
}

function see(attachment: string, page: number | string = 1, by = cookie) {
  return ask(openPage, {
    ...{ context, cookie: by },
    path: `/review/files/${attachment}/pages/${page}`,
    params: { attachment, page: String(page) },
  });
}

const openings = async () =>
  (await selectEventTypes(context.db)).filter(
    (type) => type === "attachment.pages-opened",
  );

describe("a page of a PDF", () => {
  test("is a picture that a page may show, and seeing several is written down as one opening", async () => {
    const { publicId } = await givenFile();
    expect(await openings()).toEqual([]);
    const first = await see(publicId);
    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "content-type": "image/webp",
      "content-disposition": 'inline; filename="page-1.webp"',
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "no-store",
    });
    expect((await see(publicId, 2)).status).toBe(200);
    expect(await openings()).toHaveLength(1);
    const { cookie: other } = await signInAs(context, "reviewer");
    await see(publicId, 2, other);
    expect(await openings()).toHaveLength(2);
  });

  test.each([0, 3, 21, "x", "1.5", "-1", "99999999999"])(
    "that it does not have is none: %s",
    async (page) => {
      const { publicId } = await givenFile();
      expect((await see(publicId, page)).status).toBe(404);
      expect(await openings()).toEqual([]);
    },
  );

  test("is nobody's who is not signed in, nor of a draft or another kind of file", async () => {
    const { publicId } = await givenFile();
    expect((await see(publicId, 1, "")).status).not.toBe(200);
    const text = await givenFile(Buffer.from("Words"), "a.txt");
    expect((await see(text.publicId)).status).toBe(404);
    const { db, attachmentStore: store } = context;
    const { draft } = await givenDraft(db);
    const file = { name: "d.pdf", bytes: twoPages };
    await attachStagedFiles(db, store, {
      ...{ draftId: draft.id, questionId: "files", now },
      stagedFiles: [stageFile(store.stagingFolder, file)],
      limits: defaultAttachmentLimits,
    });
    const drafted = await db
      .selectFrom("attachments")
      .select("public_id")
      .where("draft_id", "=", draft.id)
      .executeTakeFirstOrThrow();
    expect((await see(drafted.public_id)).status).toBe(404);
  });

  test("is not shown of a file with a virus", async () => {
    const { publicId, attachmentId } = await givenFile();
    const infected = { state: "infected", signature: "Eicar" } as const;
    const scan = () => Promise.resolve(infected);
    const of = { attachmentId, now };
    await scanAttachment(context.db, context.attachmentStore, scan, of);
    const seen = await see(publicId);
    expect(seen.status).toBe(403);
    expect(await seen.response?.text()).toContain("Eicar");
    expect(await openings()).toEqual([]);
  });

  test("is shown of a withheld file to those alone who may see it", async () => {
    const file = await givenFile();
    expect((await see(file.publicId)).status).toBe(200);
    await givenWithheldFile(context.db, file);
    const seen = await see(file.publicId);
    expect(seen.status).toBe(403);
    expect(await seen.response?.text()).toContain("Only leads");
    const { cookie: lead } = await signInAs(context, "lead");
    expect((await see(file.publicId, 1, lead)).status).toBe(200);
  });

  test("is closed with its response", async () => {
    const { publicId, responseId } = await givenFile();
    await withdrawOwnResponse(context.db, { responseId, now });
    const seen = await see(publicId);
    expect(seen).toMatchObject({
      status: 303,
      location: expect.stringMatching(/\/withdrawn$/) as string,
    });
    expect(await openings()).toEqual([]);
  });

  test("is told in words where the file is gone", async () => {
    const { publicId } = await givenFile();
    rmSync(storedPath(context.attachmentStore, publicId));
    const seen = await see(publicId);
    expect(seen.status).toBe(404);
    expect(await seen.response?.text()).toContain("not where files are kept");
  });
});

/** As if a letter had been keyed in, with this scan. */
async function givenEntry(bytes?: Buffer) {
  const file = await givenFile(bytes);
  const { responseId } = file;
  const at = now.toISOString();
  await context.db
    .updateTable("responses")
    .set({ channel: "letter" })
    .where("id", "=", responseId)
    .execute();
  await context.db
    .insertInto("entries")
    .values({
      ...{ response_id: responseId, receipt_seed: "seed" },
      ...{ keyed_by: staffId, keyed_at: at },
    })
    .execute();
  const { reference } = await context.db
    .selectFrom("responses")
    .select("reference")
    .where("id", "=", responseId)
    .executeTakeFirstOrThrow();
  return { ...file, reference };
}

/** In the place of what was taken in, which would not have been taken. */
async function putBytes(publicId: string, bytes: Buffer) {
  writeFileSync(storedPath(context.attachmentStore, publicId), bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await context.db
    .updateTable("attachments")
    .set({ byte_size: bytes.length, sha256 })
    .where("public_id", "=", publicId)
    .execute();
}

async function scansOf(reference: string) {
  const place = { context, cookie, params: { reference } };
  const path = `/review/entries/${reference}`;
  const entry = await ask(openEntry, { ...place, path });
  const correct = `${path}/correct?question=what-first`;
  const correction = await ask(openCorrection, { ...place, path: correct });
  expect(correction.data?.scans).toEqual(entry.data?.scans);
  return entry.data?.scans;
}

describe("beside what was keyed in, and where it is corrected", () => {
  test("stand the pages of the scan, in their order", async () => {
    const { reference, publicId } = await givenEntry();
    const address = `/review/files/${publicId}`;
    expect(await scansOf(reference)).toEqual([
      {
        name: "letter.pdf",
        href: address,
        pictures: [1, 2].map((page) => ({
          src: `${address}/pages/${page}`,
          alt: `Page ${page} of 2 of letter.pdf`,
          page: `Page ${page} of 2`,
        })),
        note: "",
      },
    ]);
    expect(await openings()).toEqual([]);
  });

  test("stand twenty of a long one, and the rest is told", async () => {
    const long = makePdf({ pageCount: 34 });
    const [scan] = (await scansOf((await givenEntry(long)).reference)) as {
      pictures: unknown[];
      note: string;
    }[];
    expect(scan?.pictures).toHaveLength(20);
    expect(scan?.note).toContain("The first 20 of its 34 pages");
  });

  test("stands why there are none, and the way to the file", async () => {
    const { reference, publicId } = await givenEntry();
    const locked = readFileSync(
      path.resolve("../shared/data/documents/pdf/encrypted-file.pdf"),
    );
    await putBytes(publicId, locked);
    expect(await scansOf(reference)).toMatchObject([
      {
        href: `/review/files/${publicId}`,
        pictures: [],
        note: expect.stringContaining("locked with a password") as string,
      },
    ]);
  });
});
