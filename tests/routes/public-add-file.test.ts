import { expect, test } from "vitest";
import { takeBackFile } from "#app/domain/revisions/take-back.server.ts";
import { findOwnRow } from "#app/domain/responses/own-responses.server.ts";
import { selectSentAnswers } from "#app/domain/responses/sent-answers.server.ts";
import { readOwnAnswers } from "#app/domain/responses/versions-read.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { loader as jsonLoader } from "#app/routes/_public.receipt.everything[.]json.ts";
import { loader as queueLoader } from "#app/routes/review.queue.tsx";
import { loader as staffLoader } from "#app/routes/review.responses.$reference.tsx";
import { wordsIn } from "#app/words/words.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { givenOwnFiles } from "#tests/given/own-files.ts";
import { openOwn, ownAt } from "#tests/given/own-response.ts";
import { now } from "#tests/given/reading-desk.ts";
import { signedOf } from "#tests/given/signed-receipts.ts";

const words = wordsIn("en");
const { addFile: told, change } = words.receipt;

const unchanged = { current_version: 1, attachment_count: 0 };

test("a file is added to its question in a version of its own, also after the call has closed, and whoever looks sees it", async () => {
  const desk = await givenOwnFiles();
  const { db, responseId, reference, sender } = desk;
  expect(await desk.own()).toContain("/receipt/add-file?answer=file");
  await db
    .updateTable("calls")
    .set({ state: "closed" })
    .where("id", "=", desk.call.id)
    .execute();
  expect((await desk.add()).location).toBe("/receipt/response");
  expect(await desk.files()).toEqual([
    {
      ...{ response_id: responseId, question_id: "file" },
      ...{ original_name: "notes.txt", about: "Notes of the harbour" },
    },
  ]);
  expect(await desk.standing()).toEqual({
    ...{ current_version: 2, attachment_count: 1 },
  });
  const own = await desk.own();
  expect(own).toContain("notes.txt");
  expect(own).toContain("Version 2: You added a file");
  const held = await sender.get(jsonLoader, ownAt("everything.json"));
  expect(await held.response?.text()).toContain("notes.txt");
  const { file } = await signedOf(db, responseId);
  expect(JSON.stringify(file)).toContain(desk.stage().sha256);
  const staff = await desk.browser.get(staffLoader, {
    ...{ path: `/review/responses/${reference}`, params: { reference } },
  });
  expect(JSON.stringify(staff.data)).toContain("notes.txt");
  expect(JSON.stringify(staff.data)).toContain("added a file: version 2");
  const jobs = await db.selectFrom("jobs").select("kind").execute();
  expect(jobs.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      ...["attachment.scan", "attachment.copy", "attachment.extract-text"],
      "response.index",
    ]),
  );
  await indexResponse(db, { responseId });
  const address = { path: "/review/queue?q=harbour", params: {} };
  const found = await desk.browser.get(queueLoader, address);
  expect(JSON.stringify(found.data)).toContain(reference);
  // The same again, from another tab: it is there, and nothing has changed.
  expect((await desk.add()).location).toBe("/receipt/response");
  expect(await desk.standing()).toMatchObject({ current_version: 2 });
  expect(desk.stored()).toBe(1);
});

test("what cannot be taken is told, and nothing of it is left", async () => {
  const desk = await givenOwnFiles();
  const lost = { originalName: "a.pdf", reason: "unreadable" } as const;
  const refused = async (
    ...adding: Parameters<typeof desk.add>
  ): Promise<unknown> => {
    const sent = await desk.add(...adding);
    expect([400, 409]).toContain(sent.status);
    expect(sent.data).toMatchObject({
      sent: { about: "Notes of the harbour" },
    });
    return sent.data?.errors;
  };
  const { stage } = desk;
  expect(await refused([stage("<html>no</html>", "a.pdf")])).toEqual({
    file: expect.stringContaining("“a.pdf” is a web page") as string,
  });
  expect(await refused([stage("x".repeat(1_000_001))])).toEqual({
    file: expect.stringContaining("smaller than 1MB") as string,
  });
  expect(await refused([])).toEqual({ file: told.none });
  expect(await refused([stage(), stage("b", "b.txt")])).toEqual({
    file: told.oneOnly,
  });
  for (const questionId of ["file", undefined])
    expect(
      await refused([], { refusedParts: [{ ...lost, questionId }] }),
    ).toEqual({
      file: expect.stringContaining("could not be uploaded") as string,
    });
  const noRoom = { questionId: "file", reason: "no-room" } as const;
  expect(await refused([], { refusedParts: [noRoom] })).toEqual({
    file: told.notNow,
  });
  const { reference } = desk.earlier;
  expect(await refused([stage()], { named: reference })).toEqual({
    "": told.ofAnother,
  });
  expect(await desk.files()).toEqual([]);
  expect(await desk.standing()).toEqual(unchanged);
  expect(desk.stored()).toBe(0);
});

test("of two tabs and one place exactly one gets it, and a place that was given back is free", async () => {
  const desk = await givenOwnFiles();
  const { db, responseId } = desk;
  await desk.add([desk.stage("photo", "photo.txt")], { of: "photos" });
  await desk.add([desk.stage("first", "first.txt")]);
  const both = await Promise.all(
    ["a", "b"].map((name) => desk.add([desk.stage(name, `${name}.txt`)])),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
  expect(both.flatMap(({ data }) => Object.values(data?.errors ?? {}))).toEqual(
    ["You can only select up to 2 files"],
  );
  expect(desk.stored()).toBe(3);
  const { publicId } = await db
    .selectFrom("attachments")
    .select("public_id as publicId")
    .where("original_name", "=", "first.txt")
    .executeTakeFirstOrThrow();
  await takeBackFile(db, { responseId, publicId, now });
  expect((await desk.add([desk.stage("first", "first.txt")])).status).toBe(303);
  expect(await desk.standing()).toEqual({
    ...{ current_version: 6, attachment_count: 3 },
  });
});

test("what was read of a response a moment before another version came misses none of its answers", async () => {
  const desk = await givenOwnFiles();
  const { db, responseId } = desk;
  const before = await findOwnRow(db, responseId);
  const { answers } = await readOwnAnswers(db, before);
  expect(Object.keys(answers).length).toBeGreaterThan(0);
  await desk.add();
  expect((await readOwnAnswers(db, before)).answers).toEqual(answers);
  const shown = await selectSentAnswers(db, before);
  expect(shown).toEqual(
    await selectSentAnswers(db, await findOwnRow(db, responseId)),
  );
});

test("not once coding has begun, nor to what was taken back, to a question that was not asked, or by anybody else", async () => {
  const desk = await givenOwnFiles();
  const { db, context, responseId, earlier, stage } = desk;
  const nobody = await desk.add([stage()], {}, openBrowser(context));
  expect(nobody.status).toBe(401);
  const person = openOwn(context, earlier.responseId);
  expect((await desk.add([stage()], {}, person)).status).toBe(404);
  expect((await desk.add([stage()], { of: "story" })).status).toBe(404);
  expect((await desk.tagWhole()).ok).toBe(true);
  const coded = await desk.add();
  expect(coded.status).toBe(409);
  expect(coded.data).toMatchObject({ sent: { about: "Notes of the harbour" } });
  expect(coded.page?.data).toMatchObject({ refusal: change.refusals.coded });
  expect(await desk.own()).not.toContain("add-file");
  // Where the tag came while the file was looked at.
  expect(await desk.addDirectly()).toEqual({ ok: false, reason: "coded" });
  await withdrawOwnResponse(db, { responseId, now });
  const late = await desk.add();
  expect(late.page?.data).toMatchObject({
    refusal: change.refusals.withdrawn,
  });
  expect(await desk.files()).toEqual([]);
  expect(desk.stored()).toBe(0);
});
