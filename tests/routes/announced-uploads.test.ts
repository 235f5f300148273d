import { randomBytes } from "node:crypto";
import { utimesSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { unfinishedFolderOf } from "#app/domain/attachments/unfinished-files.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { listUnfinishedFiles } from "#app/http/gate/resumable/files-on-their-way.server.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  type Announced,
  givenUploads,
  placeOf,
  text,
  type Uploads,
} from "#tests/given/resumable.ts";
import { givenRespondent, now } from "#tests/given/respondents.ts";
import { send } from "#tests/asking/http.ts";

let uploads: Uploads;
let context: RequestContext;
let call: Call;
let address: string;
let begin: Uploads["begin"];
let ask: Uploads["ask"];
let givenHalf: Uploads["half"];
let unfinished: Uploads["unfinished"];

beforeEach(async () => {
  uploads = await givenUploads();
  ({ context, call, begin, ask, unfinished, half: givenHalf } = uploads);
  address = uploads.address();
});

test("nothing is asked for that would be refused at its end", async () => {
  const { draft, holderKey } = await givenRespondent(context, call);
  const told = { draft: draft.publicId };
  const answer = async (more: Partial<Announced>) => {
    const { status, body } = await begin({ holderKey, told, ...more });
    const { message = "" } = JSON.parse(body) as { message?: string };
    return [status, message];
  };
  expect(await answer({ size: undefined })).toEqual([404, ""]);
  const other = { ...told, question: "what-first" };
  expect(await answer({ size: 9, told: other })).toEqual([404, ""]);
  expect(await answer({ size: 9, page: "what-first" })).toEqual([404, ""]);
  expect(await answer({ size: 60_000_000 })).toEqual([
    413,
    "“Môn.txt” must be smaller than 50MB",
  ]);
  expect(await answer({ size: 0 })).toEqual([422, "“Môn.txt” is empty"]);
  expect(await answer({ size: 150_000 })).toEqual([201, ""]);
  expect(await answer({ size: 150_001 })).toEqual([
    422,
    expect.stringContaining("All your files together"),
  ]);
  const gone = { draft: "00000000-0000-4000-8000-000000000000" };
  expect(await answer({ size: 9, told: gone })).toEqual([
    422,
    expect.stringContaining("Files are not taken here now"),
  ]);
  expect(unfinished()).toHaveLength(2);
});

test("the same file once more takes the place of the first try, which took no room from the others", async () => {
  const { draft, holderKey, place } = await givenHalf();
  const told = { draft: draft.publicId };
  expect((await begin({ holderKey, bytes: text, told })).status).toBe(201);
  expect((await ask("HEAD", place, { holderKey })).status).toBe(404);
  expect(unfinished()).toHaveLength(2);
});

test("a file that nobody goes on with waits for its rest until others need the room", async () => {
  const { draft, holderKey, place } = await givenHalf();
  const folder = unfinishedFolderOf(context.attachmentStore.stagingFolder);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  for (const name of unfinished())
    utimesSync(path.join(folder, name), anHourAgo, anHourAgo);
  const other = (size: number) =>
    begin({
      ...{ holderKey, size },
      told: { draft: draft.publicId, name: `${size}.txt` },
    });
  expect((await other(1_000)).status).toBe(201);
  expect((await ask("HEAD", place, { holderKey })).status).toBe(200);
  expect((await other(198_900)).status).toBe(201);
  expect((await ask("HEAD", place, { holderKey })).status).toBe(404);
});

test("a file that is chosen again after a reload goes on from where it was, for its browser alone", async () => {
  const { draft, holderKey, place } = await givenHalf();
  await ask("DELETE", place, { holderKey });
  const mark = "a".repeat(64);
  const told = { draft: draft.publicId, mark };
  const earlier = { ...told, name: "earlier.txt", mark: "b".repeat(64) };
  await begin({ holderKey, bytes: text, told: earlier });
  const first = await begin({ holderKey, bytes: text, told });
  expect(first.headers["heard-goes-on"]).toBeUndefined();
  const piece = { holderKey, offset: 0, body: text.subarray(0, 100) };
  await ask("PATCH", placeOf(first), piece);
  const listed = (key: string) =>
    listUnfinishedFiles(context, { draft, holderKey: key });
  expect(await listed(holderKey)).toEqual([
    { questionId: "files", name: "Môn.txt", percent: 21 },
  ]);
  expect(await listed("somebody else's")).toEqual([]);
  const again = await begin({ holderKey, bytes: text, told });
  expect(again.headers["heard-goes-on"]).toBe("1");
  expect(placeOf(again)).toBe(placeOf(first));
  const { headers } = await ask("HEAD", placeOf(again), { holderKey });
  expect(headers["upload-offset"]).toBe("100");
  const rest = { holderKey, offset: 100, body: text.subarray(100) };
  expect((await ask("PATCH", placeOf(again), rest)).status).toBe(200);
  expect(await listed(holderKey)).toEqual([]);
  const changed = { ...earlier, mark: "c".repeat(64) };
  const other = await begin({ holderKey, bytes: text, told: changed });
  expect(other.headers["heard-goes-on"]).toBeUndefined();
});

test("what is refused for what it is says so when it has come", async () => {
  const { holderKey } = await givenRespondent(context, call);
  const bytes = Buffer.from("<!doctype html><p>Hello");
  const begun = await begin({ holderKey, bytes, told: { name: "a page.pdf" } });
  const piece = { holderKey, offset: 0, body: bytes };
  const last = await ask("PATCH", placeOf(begun), piece);
  expect(JSON.parse(last.body)).toEqual({
    message: expect.stringContaining("“a page.pdf” is a web page") as string,
  });
});

test("the first file begins the draft, and one that crosses it begins no second", async () => {
  const holderKey = randomBytes(32).toString("base64url");
  const told = { rendering: "a".repeat(32) };
  const first = await begin({ holderKey, bytes: text, told });
  const second = await begin({ holderKey, bytes: text, told });
  const drafts = [first, second].map(
    ({ body }) => (JSON.parse(body) as { draft: string }).draft,
  );
  expect(drafts[0]).toBe(drafts[1]);
  const [cookie = ""] = first.headers["set-cookie"] ?? [];
  const key = /heard-draft=([^;]+)/.exec(cookie)?.[1] ?? "";
  expect(key).not.toBe(holderKey);
  const of = { callId: call.id, holderKey: key, now };
  expect(await findDraft(context.db, of)).toMatchObject({
    publicId: drafts[0],
  });
  const piece = { holderKey: key, offset: 0, body: text };
  expect((await ask("PATCH", placeOf(second), piece)).status).toBe(200);
});

test("a page of another site begins nothing", async () => {
  const { holderKey } = await givenRespondent(context, call);
  const answer = await send(`${address}/respond/advice/files/uploads`, {
    method: "POST",
    headers: {
      ...{ origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      ...{ "upload-length": "9", cookie: `heard-draft=${holderKey}` },
    },
  });
  expect(answer.status).toBe(403);
});
