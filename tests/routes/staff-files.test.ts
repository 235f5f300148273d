import { beforeEach, describe, expect, test } from "vitest";
import type { ScanVerdict } from "#app/domain/files/scan-file.server.ts";
import { attachStagedFiles } from "#app/domain/attachments/attachments.server.ts";
import { defaultAttachmentLimits } from "#app/domain/attachments/attachments.ts";
import { scanAttachment } from "#app/domain/attachments/scanning.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as download from "#app/routes/review.files.$attachment.tsx";
import * as held from "#app/routes/review.files.$attachment_.held.tsx";
import { ownCheckFinding } from "#app/domain/attachments/attachments.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { givenSentFile, stageFile } from "#tests/given/files.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { selectEventTypes } from "#tests/asking/events.ts";
import { givenDraft } from "#app/tasks/demo/factories.ts";

const now = new Date("2026-11-22T10:00:00Z");
const bytes = makePdf({ text: "Evidence" });
let context: RequestContext;
let cookie: string;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db);
  ({ cookie } = await signInAs(context, "reviewer"));
});

async function givenFile(verdict?: ScanVerdict): Promise<string> {
  const { db, attachmentStore } = context;
  const keeping = { db, store: attachmentStore };
  await givenSentFile(keeping, { bytes: makePdf({ text: "Earlier" }) });
  const { publicId, attachmentId } = await givenSentFile(keeping, {
    name: "Môn “report”.pdf",
    bytes,
  });
  if (verdict)
    await scanAttachment(db, attachmentStore, () => Promise.resolve(verdict), {
      attachmentId,
      now,
    });
  return publicId;
}

function requestFor(
  publicId: string,
  init: { method?: string; cookie?: string; suffix?: string } = {},
) {
  const path = `/review/files/${publicId}${init.suffix ?? ""}`;
  const request = new Request(`http://localhost:3000${path}`, {
    method: init.method ?? "GET",
    headers: { Cookie: init.cookie ?? cookie },
  });
  return { request, context, params: { attachment: publicId } };
}

const notScanned = { state: "not-scanned", reason: "no-scanner" } as const;

describe("a clean file", () => {
  test("is sent byte for byte, to be saved and never shown, and that is written down", async () => {
    const answer = await download.loader(
      requestFor(await givenFile({ state: "clean" })),
    );
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "content-disposition": `attachment; filename="Mon _report_.pdf"; filename*=UTF-8''M%C3%B4n%20%E2%80%9Creport%E2%80%9D.pdf`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "no-store",
    });
    expect(await selectEventTypes(context.db)).toContain(
      "attachment.downloaded",
    );
  });
});

test("where only the head of a file is asked for, the file is not opened: nobody would close it", async () => {
  const publicId = await givenFile({ state: "clean" });
  const answer = await download.loader(
    requestFor(publicId, { method: "HEAD" }),
  );
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Length")).toBe(String(bytes.length));
  expect(answer.body).toBeNull();
});

describe("an infected file", () => {
  test.each([
    ["loader", "Test.Eicar", "The virus scanner found Test.Eicar in it."],
    ["action", "Test.Eicar", "The virus scanner found Test.Eicar in it."],
    ["loader", ownCheckFinding, "Heard found a virus in it"],
  ] as const)(
    "is not sent by the %s, and the reason is: %s",
    async (door, signature, told) => {
      const publicId = await givenFile({ state: "infected", signature });
      const answer = await download[door](
        requestFor(publicId, { method: door === "action" ? "POST" : "GET" }),
      );
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain(told);
      expect(await selectEventTypes(context.db)).not.toContain(
        "attachment.opened-unscanned",
      );
    },
  );
});

describe("a clean file that there was no time to check", () => {
  test("leads to the page that says so, and is downloaded on purpose only", async () => {
    const publicId = await givenFile({ state: "clean" });
    await context.db
      .updateTable("attachments")
      .set({ flags: JSON.stringify(["not-checked"]) })
      .where("public_id", "=", publicId)
      .execute();
    const answer = await download.loader(requestFor(publicId));
    expect(answer.status).toBe(303);
    expect(
      await held.loader(requestFor(publicId, { suffix: "/held" })),
    ).toMatchObject({
      heading: "This file has not been checked",
      download: "warned",
    });
    const opened = await download.action(
      requestFor(publicId, { method: "POST" }),
    );
    expect(opened.status).toBe(200);
    expect(await selectEventTypes(context.db)).toContain(
      "attachment.opened-unscanned",
    );
  });
});

describe("a file that was not scanned", () => {
  test.each([
    [
      notScanned,
      "This file has not been scanned",
      "No virus scanner is set up for this review.",
    ] as const,
    [
      undefined,
      "This file has not been scanned yet",
      "It is waiting for the virus scanner. Try again in a minute.",
    ] as const,
  ])("%o leads to a page that says so", async (verdict, heading, line) => {
    const publicId = await givenFile(verdict);
    const answer = await download.loader(requestFor(publicId));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe(
      `/review/files/${publicId}/held`,
    );
    expect(
      await held.loader(requestFor(publicId, { suffix: "/held" })),
    ).toEqual({
      backTo: expect.stringMatching(/^\/review\/responses\//) as string,
      address: `/review/files/${publicId}`,
      name: "Môn “report”.pdf",
      facts: "PDF, 1 KB",
      heading,
      lines: [line],
      download: "warned",
    });
    expect(await selectEventTypes(context.db)).not.toContain(
      "attachment.opened-unscanned",
    );
  });

  test("is sent once somebody accepts that, and that is written down", async () => {
    const publicId = await givenFile(notScanned);
    const answer = await download.action(
      requestFor(publicId, { method: "POST" }),
    );
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(await selectEventTypes(context.db)).toContain(
      "attachment.opened-unscanned",
    );
  });
});

describe("nobody else gets anything", () => {
  test("whoever is not signed in is sent to sign in, at every door", async () => {
    const publicId = await givenFile({ state: "clean" });
    const stranger = requestFor(publicId, { cookie: "" });
    for (const door of [download.loader, download.action, held.loader]) {
      const thrown: unknown = await door(stranger).catch(
        (error: unknown) => error,
      );
      expect(thrown).toBeInstanceOf(Response);
      expect((thrown as Response).headers.get("Location")).toMatch(
        /^\/review\/sign-in/,
      );
    }
    expect(await selectEventTypes(context.db)).not.toContain(
      "attachment.downloaded",
    );
  });

  test.each(["../heard.sqlite", "", "0".repeat(36), "staging"])(
    "the id %j is not found",
    async (publicId) => {
      expect((await download.loader(requestFor(publicId))).status).toBe(404);
      await expect(held.loader(requestFor(publicId))).rejects.toMatchObject({
        init: { status: 404 },
      });
    },
  );

  test("a draft's file is not found: staff see what was sent", async () => {
    const { db, attachmentStore } = context;
    const { draft } = await givenDraft(db);
    const { attached } = await attachStagedFiles(db, attachmentStore, {
      draftId: draft.id,
      questionId: "files",
      stagedFiles: [
        stageFile(attachmentStore.stagingFolder, { name: "a.pdf", bytes }),
      ],
      limits: defaultAttachmentLimits,
      now,
    });
    const answer = await download.loader(
      requestFor(attached[0]?.publicId ?? ""),
    );
    expect(answer.status).toBe(404);
  });
});
