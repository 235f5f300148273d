import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { takeBackFile } from "#app/domain/revisions/take-back.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import * as addFile from "#app/routes/_public.receipt.add-file/route.tsx";
import { fromOwnPage, send } from "#tests/asking/http.ts";
import { callRoute } from "#tests/asking/routes.ts";
import { boundary, file, text, writeBody } from "#tests/fixtures/multipart.ts";
import { startGates } from "#tests/given/gates.ts";
import { givenOwnFiles } from "#tests/given/own-files.ts";
import { openOwn } from "#tests/given/own-response.ts";
import { now } from "#tests/given/reading-desk.ts";

test("the gate lets a file in by the receipt's cookie alone, and takes the whole form or nothing of it", async () => {
  const desk = await givenOwnFiles();
  const { db, context, responseId, reference, earlier } = desk;
  const { attachmentStore, env } = context;
  context.env = { ...env, maxDraftBytes: 30_000 };
  let stagedCount = 0;
  let path = "/receipt/add-file?answer=file";
  const { address } = await startGates(context, (request, response) => {
    const { receivedForm, headers } = request;
    stagedCount = readdirSync(attachmentStore.stagingFolder).length;
    const cookie = headers.cookie ?? "";
    const asked = new Request(`http://localhost:3000${path}`, {
      ...{ method: "POST", headers: { cookie } },
    });
    const own = { ...context, ...(receivedForm && { receivedForm }) };
    void callRoute(addFile.action, {
      ...{ request: asked, context: own, params: {} },
    }).then(({ status, data }) => response.status(status).json(data ?? {}));
  });
  const post = async (
    bytes: number,
    { by = responseId, cut = 0, of = "file" } = {},
  ) => {
    path = `/receipt/add-file?answer=${of}`;
    const body = writeBody([
      text("reference", reference),
      file(bytes, `${bytes}.txt`, "file"),
    ]);
    const cookie = by ? openOwn(context, by).cookie : "";
    const { status, body: said } = await send(address + path, {
      method: "POST",
      headers: {
        ...fromOwnPage(address),
        ...(cookie && { cookie }),
        "content-type": `multipart/form-data; boundary=${boundary}`,
      },
      body: body.subarray(0, body.length - cut),
    });
    return { status, said, stagedCount };
  };
  const turnedAway = { stagedCount: 0 };
  expect(await post(10_000, { by: 0 })).toMatchObject(turnedAway);
  const { responseId: by } = earlier;
  expect(await post(10_000, { by })).toMatchObject(turnedAway);
  expect(await post(10_000, { of: "story" })).toMatchObject(turnedAway);
  const cut = await post(10_000, { cut: 5_000 });
  expect(cut).toMatchObject({ status: 400, stagedCount: 0 });
  expect(cut.said).toContain("could not be uploaded");
  expect(await desk.files()).toEqual([]);
  expect(await post(20_000)).toMatchObject({ status: 303, stagedCount: 1 });
  const { publicId } = await db
    .selectFrom("attachments")
    .select("public_id as publicId")
    .executeTakeFirstOrThrow();
  await takeBackFile(db, { responseId, publicId, now });
  // It is kept, so it is counted.
  const full = await post(15_000);
  expect(full).toMatchObject({ status: 400, stagedCount: 0 });
  expect(full.said).toContain("All your files together");
  expect((await post(5_000)).status).toBe(303);
  await withdrawOwnResponse(db, { responseId, now });
  expect(await post(1_000)).toMatchObject({ status: 409, stagedCount: 0 });
});
