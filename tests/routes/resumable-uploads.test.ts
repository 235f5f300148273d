import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { sweepUnfinishedFiles } from "#app/domain/attachments/unfinished-files.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { startGates } from "#tests/given/gates.ts";
import {
  beginPiece,
  givenUploads,
  placeOf,
  text,
  type Uploads,
} from "#tests/given/resumable.ts";
import { givenRespondent, now } from "#tests/given/respondents.ts";

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

test("a file that comes in pieces is taken as one of a form, and whoever did not hear that is told again", async () => {
  const { holderKey, place, rest, files } = await givenHalf();
  const head = await ask("HEAD", place, { holderKey });
  expect(head.headers).toMatchObject({
    ...{ "upload-offset": "100", "upload-length": String(text.length) },
  });
  expect(await files()).toEqual([]);
  const last = await rest();
  expect(last.status).toBe(200);
  const [taken] = await files();
  expect(taken).toMatchObject({
    ...{ name: "Môn.txt", byteSize: text.length },
    sha256: createHash("sha256").update(text).digest("hex"),
  });
  const told = { publicId: taken?.publicId, name: "Môn.txt" };
  expect(JSON.parse(last.body)).toEqual({
    ...told,
    facts: "Plain text, 1 KB",
    about: "",
  });
  const again = await ask("HEAD", place, { holderKey });
  expect(again.headers["upload-offset"]).toBe(again.headers["upload-length"]);
  expect(
    JSON.parse(decodeURIComponent(String(again.headers["heard-upload"]))),
  ).toMatchObject(told);
  expect(await files()).toHaveLength(1);
  expect(unfinished()).toEqual([expect.stringMatching(/\.done$/)]);
});

test("what became of a file is told in the language of its draft", async () => {
  const other = await startGates({
    ...context,
    tellUpload: (_outcome, { language }) => ({ message: language }),
  });
  uploads.moveTo(other.address);
  const english = await givenRespondent(context, call);
  const { draft, holderKey } = await givenRespondent(context, call);
  await context.db
    .updateTable("drafts")
    .set({ language: "cy" })
    .where("id", "=", draft.id)
    .execute();
  const told = { draft: draft.publicId };
  const refused = await begin({ holderKey, size: 10_000_000_000, told });
  expect(JSON.parse(refused.body)).toEqual({ message: "cy" });
  const hers = await begin({
    ...{ holderKey: english.holderKey, size: 10_000_000_000 },
    told: { draft: english.draft.publicId },
  });
  expect(JSON.parse(hers.body)).toEqual({ message: "en" });
  const place = placeOf(await begin({ holderKey, bytes: text, told }));
  const last = await ask("PATCH", place, { holderKey, offset: 0, body: text });
  expect(JSON.parse(last.body)).toEqual({ message: "cy" });
});

test("a line that is cut keeps what arrived, to the byte", async () => {
  const bytes = Buffer.from("x".repeat(90_000));
  const { holderKey, place, rest, files } = await givenHalf(bytes);
  const request = beginPiece(address, { holderKey, place }, bytes.length - 100);
  request.write(bytes.subarray(100, 50_000));
  await expect.poll(() => uploads.bytesOnDisk(place)).toBe(50_000);
  request.destroy();
  await new Promise((resolve) => request.once("close", resolve));
  const head = await ask("HEAD", place, { holderKey });
  expect(head.headers["upload-offset"]).toBe("50000");
  expect((await rest(50_000)).status).toBe(200);
  expect(await files()).toMatchObject([{ byteSize: bytes.length }]);
});

test("pieces of one person's files wait for each other and let other people's go first", async () => {
  const { draft, holderKey } = await givenRespondent(context, call);
  const told = { draft: draft.publicId };
  const places: string[] = [];
  for (const name of ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]) {
    const begun = await begin({
      holderKey,
      bytes: text,
      told: { ...told, name },
    });
    places.push(placeOf(begun));
  }
  const body = text.subarray(0, 100);
  for (const place of places)
    await ask("PATCH", place, { holderKey, offset: 0, body });
  const statuses: number[] = [];
  const beginRestAt = (place: string) => {
    const piece = beginPiece(address, { holderKey, place }, text.length - 100);
    piece.on("response", ({ statusCode }) => statuses.push(Number(statusCode)));
    return piece;
  };
  const piecesOf = places.slice(0, 4).map(beginRestAt);
  // What is asked after them is answered after they have come.
  const other = await givenHalf();
  // All of it is there, and it is nobody's turn yet.
  const fifth = beginRestAt(places[4]!);
  fifth.end(text.subarray(100));
  expect((await other.rest()).status).toBe(200);
  expect(statuses).toEqual([]);
  piecesOf[1]?.end(text.subarray(100));
  await expect.poll(() => statuses).toEqual([200, 200]);
  for (const piece of [...piecesOf, fifth]) piece.destroy();
});

describe("a file is there for the browser that began it and nobody else", () => {
  test.each(["HEAD", "PATCH", "DELETE"])("%s is a 404", async (method) => {
    const { place, holderKey, rest } = await givenHalf();
    const { holderKey: other } = await givenRespondent(context, call);
    for (const key of [other, "x".repeat(43), ""]) {
      const piece = { holderKey: key, offset: 100, body: text.subarray(100) };
      expect((await ask(method, place, piece)).status).toBe(404);
    }
    for (const wrong of [`${place}0`, place.replace(/.{48}$/, "..%2f..%2fa")])
      expect((await ask(method, wrong, { holderKey })).status).toBe(404);
    expect((await rest()).status).toBe(200);
  });

  test("nobody reads what has come", async () => {
    const { place, holderKey } = await givenHalf();
    expect((await ask("GET", place, { holderKey })).status).toBe(404);
  });
});

test("pieces that do not fit are refused, and the file can still be finished", async () => {
  const { place, holderKey, rest } = await givenHalf();
  const patch = (offset: number, body: Buffer) =>
    ask("PATCH", place, { holderKey, offset, body });
  expect((await patch(0, text)).status).toBe(409);
  const tooMuch = Buffer.concat([text.subarray(100), Buffer.from("more")]);
  expect((await patch(100, tooMuch)).status).toBe(413);
  const head = await ask("HEAD", place, { holderKey });
  const offset = Number(head.headers["upload-offset"]);
  expect([200, 204]).toContain((await rest(offset)).status);
});

test("with the draft goes what was on its way to it", async () => {
  const { place, holderKey, rest } = await givenHalf();
  const other = await givenHalf();
  const of = { callId: call.id, holderKey, now };
  await deleteDraft(context.db, context.attachmentStore, of);
  expect(unfinished()).toHaveLength(2);
  expect((await ask("HEAD", place, { holderKey })).status).toBe(404);
  expect((await rest()).status).toBe(404);
  expect((await other.rest()).status).toBe(200);
});

test("a draft that was sent meanwhile takes nothing more", async () => {
  const { draft, rest } = await givenHalf();
  const { db } = context;
  await db
    .updateTable("drafts")
    .set({
      submitted_at: now.toISOString(),
      submitted_response_id: (await givenResponse(db)).responseId,
    })
    .where("id", "=", draft.id)
    .execute();
  expect((await rest()).status).toBe(404);
  expect(unfinished()).toEqual([]);
});

test("a file that is cancelled is gone, and one that nobody goes on with is given up after a day", async () => {
  const { place, holderKey } = await givenHalf();
  expect((await ask("DELETE", place, { holderKey })).status).toBe(204);
  expect(unfinished()).toEqual([]);
  const { place: later, holderKey: hers } = await givenHalf();
  const { stagingFolder } = context.attachmentStore;
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(await sweepUnfinishedFiles(stagingFolder, inHours(23))).toBe(0);
  expect(await sweepUnfinishedFiles(stagingFolder, inHours(25))).toBe(2);
  expect((await ask("HEAD", later, { holderKey: hers })).status).toBe(404);
});

test("on a server of the same database that it did not begin on, a file is not known and begins anew", async () => {
  const { draft, place, holderKey, files } = await givenHalf();
  const another = await makeTestContext(context.db, { now: () => now });
  uploads.moveTo((await startGates(another)).address);
  expect((await ask("HEAD", place, { holderKey })).status).toBe(404);
  const told = { draft: draft.publicId };
  const begun = await begin({ holderKey, bytes: text, told });
  const piece = { holderKey, offset: 0, body: text };
  expect((await ask("PATCH", placeOf(begun), piece)).status).toBe(200);
  expect(await files()).toHaveLength(1);
});
