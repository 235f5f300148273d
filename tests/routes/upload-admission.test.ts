import { existsSync, readdirSync } from "node:fs";
import type { Request } from "express";
import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
} from "#app/tasks/demo/factories.ts";
import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";
import { fromOwnPage, send } from "#tests/asking/http.ts";

const now = new Date("2026-11-22T09:00:00Z");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  context.env = {
    ...context.env,
    maxDraftBytes: 100_000,
    minFreeDiskBytes: 1_000_000,
  };
  // Each question about a call or a draft has an earlier one that must not be meant.
  await givenDraft(db, { call: await givenCall(db), now });
  call = await givenCall(db, { slug: "advice" });
});

type Upload = { path?: string; cookie?: string; byteSize?: number };

/** What the route saw of a form with a file and a text, and what lay on disk then. */
async function upload(upload: Upload = {}) {
  let form: ReceivedForm | undefined;
  let stagedCount = 0;
  const { address } = await startGates(context, (request, response) => {
    form = (request as Request).receivedForm;
    stagedCount = readdirSync(context.attachmentStore.stagingFolder).length;
    response.send("let in");
  });
  await post(address, upload);
  return {
    stagedCount,
    text: form?.fields.get("what-first"),
    reasons: form?.refusedParts.map(({ reason }) => reason),
  };
}

function post(address: string, { path, cookie, byteSize = 10_000 }: Upload) {
  return send(`${address}${path ?? "/respond/advice/files"}`, {
    method: "POST",
    headers: {
      ...fromOwnPage(address),
      ...(cookie && { cookie: `heard-draft=${cookie}` }),
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    body: writeBody([file(byteSize), text("what-first", "Typed")]),
  });
}

describe("a byte goes to disk only where somebody asked for it", () => {
  test.each([
    "/respond/no-such-call/files",
    "/respond/advice/no-such-page",
    "/respond/advice/what-first",
    "/respond/advice/check",
    "/respond/advice/no-such-page.data",
  ])("not at %s, and the text is kept", async (path) => {
    expect(await upload({ path })).toEqual({
      stagedCount: 0,
      text: "Typed",
      reasons: ["not-taken"],
    });
  });

  const times = {
    closed: { state: "closed" },
    archived: { state: "archived" },
    draft: { state: "draft" },
    "not yet open": { state: "open", opensAt: "2026-11-22T09:00:01.000Z" },
    "closed by its time": {
      state: "closing-announced",
      closesAt: "2026-11-22T09:00:00.000Z",
    },
  } as const;

  test.each(Object.entries(times))(
    "not to a call that is %s",
    async (_state, of) => {
      const shut = await givenCall(context.db, { slug: "shut", ...of });
      const { holderKey } = await givenDraft(context.db, { call: shut, now });
      for (const cookie of ["", holderKey])
        expect(
          await upload({ path: "/respond/shut/files", cookie }),
        ).toMatchObject({ stagedCount: 0, reasons: ["not-taken"] });
    },
  );

  test("but without a cookie, and with a draft, as the document and as data", async () => {
    const { holderKey } = await givenDraft(context.db, { call, now });
    for (const cookie of ["", holderKey])
      for (const path of [
        "/respond/advice/files",
        "/respond/advice/files.data",
      ])
        expect(await upload({ path, cookie })).toEqual({
          stagedCount: 1,
          text: "Typed",
          reasons: [],
        });
  });
});

describe("there is room for everybody's files", () => {
  test("because one draft takes so many bytes and no more", async () => {
    const { db, attachmentStore } = context;
    const { draft, holderKey } = await givenDraft(db, { call, now });
    const bytes = Buffer.alloc(95_000, "words ");
    await givenDraftFile(db, attachmentStore, { draftId: draft.id, bytes });
    const other = await givenDraft(db, { call, now });
    expect(await upload({ cookie: holderKey })).toMatchObject({
      stagedCount: 0,
      text: "Typed",
      reasons: ["draft-full"],
    });
    expect(await upload({ cookie: other.holderKey })).toMatchObject({
      reasons: [],
    });
    expect(await upload({ cookie: holderKey, byteSize: 4_000 })).toMatchObject({
      reasons: [],
    });
  });

  test("because the last of the disk is left for texts", async () => {
    context.countFreeBytes = () => Promise.resolve(1_005_000);
    expect(await upload()).toMatchObject({
      stagedCount: 0,
      text: "Typed",
      reasons: ["no-room"],
    });
    expect(await upload({ byteSize: 3_000 })).toMatchObject({ reasons: [] });
    context.countFreeBytes = () => Promise.resolve(1_000_000);
    expect(await upload({ byteSize: 3_000 })).toMatchObject({
      reasons: ["no-room"],
    });
  });

  test("also after a disk that could not be asked: no turn is kept for those who were turned away", async () => {
    const { countFreeBytes } = context;
    context.countFreeBytes = () => Promise.reject(new Error("EIO"));
    for (let tries = 0; tries < 7; tries += 1)
      expect(await upload()).toEqual({
        stagedCount: 0,
        text: "Typed",
        reasons: ["no-room"],
      });
    context.countFreeBytes = countFreeBytes;
    expect(await upload()).toMatchObject({ reasons: [] });
  });

  test("because one sender has six uploads under way at once, and another's go on", async () => {
    const held: (() => void)[] = [];
    let mostAtOnce = 0;
    const { address } = await startGates(context, (_request, response) => {
      held.push(() => response.send("let in"));
      mostAtOnce = Math.max(mostAtOnce, held.length);
    });
    const { holderKey } = await givenDraft(context.db, { call, now });
    const strangers = Array.from({ length: 8 }, () => post(address, {}));
    await expect.poll(() => held.length).toBe(6);
    const known = post(address, { cookie: holderKey });
    await expect.poll(() => held.length).toBe(7);
    for (let sent = 0; sent < 9; sent += 1) {
      await expect.poll(() => held.length).toBeGreaterThan(0);
      held.shift()?.();
    }
    for (const { status } of await Promise.all([...strangers, known]))
      expect(status).toBe(200);
    expect(mostAtOnce).toBe(7);
    expect(existsSync(context.attachmentStore.stagingFolder)).toBe(true);
  });
});
