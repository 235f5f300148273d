import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { loader as list } from "#app/routes/review.entries.tsx";
import * as entryRoute from "#app/routes/review.entries_.$reference.tsx";
import * as correctRoute from "#app/routes/review.entries_.$reference_.correct.tsx";
import { loader as letter } from "#app/routes/review.entries_.$reference_.letter.tsx";
import { loader as heldPage } from "#app/routes/review.entries_.held.$key.pages.$page.ts";
import { action as keyIn } from "#app/routes/review.entries_.new/route.tsx";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { now } from "#tests/given/tables.ts";

let context: RequestContext;
let cookie: string;
let colleague: string;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  ({ cookie } = await signInAs(context, "reviewer", "Kim"));
  ({ cookie: colleague } = await signInAs(context, "reviewer", "Chris"));
  await givenResponse(db, { call: await givenCall(db, { slug: "advice" }) });
});

const good = {
  channel: "letter",
  receivedOn: "21/11/2026",
  "what-first": "Ask us first.",
  email: "ann@example.org",
};

/** As multer would hand it on. */
function send(fields: Record<string, string>, scan?: Buffer, by = cookie) {
  const { stagingFolder } = context.attachmentStore;
  const stagingPath = path.join(stagingFolder, "scan.part");
  if (scan) writeFileSync(stagingPath, scan);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const staged = {
    ...{ questionId: "scan", originalName: "letter.pdf", stagingPath },
    byteSize: scan?.length ?? 0,
    sha256: createHash("sha256")
      .update(scan ?? "")
      .digest("hex"),
  };
  const receivedForm = {
    fields: form,
    stagedFiles: scan ? [staged] : [],
    refusedParts: [],
  };
  return ask(keyIn, {
    context: { ...context, receivedForm },
    path: "/review/entries/new?call=advice",
    cookie: by,
    form: fields,
  });
}

const at = (reference: string, place = "", by = cookie) => ({
  context,
  cookie: by,
  path: `/review/entries/${reference}${place}`,
  params: { reference },
});

const scanOf = (words: string) => makePdf({ text: words });

test("a letter is keyed in with its scan, corrected and checked by a colleague, and its letter has the code", async () => {
  const sent = await send(good, scanOf("Ask us first."));
  const [reference = ""] = /H-[A-Z0-9-]+$/.exec(sent.location ?? "") ?? [];
  expect(reference).not.toBe("");
  const shown = await ask(entryRoute.loader, at(reference, "", colleague));
  expect(shown.data).toMatchObject({
    origin: "Letter, came 21 Nov 2026",
    mayCheck: true,
    letterHref: undefined,
    scans: [{ name: "letter.pdf" }],
  });
  const answers = shown.data?.answers as Record<string, unknown>[];
  expect(answers).toContainEqual(
    expect.objectContaining({
      questionId: "what-first",
      line: good["what-first"],
    }),
  );
  expect(JSON.stringify(shown.data)).not.toContain("ann@example.org");
  const correct = at(reference, "/correct?question=what-first", colleague);
  const form = { "what-first": "Ask us last.", version: "1" };
  expect(await ask(correctRoute.action, { ...correct, form })).toMatchObject({
    status: 303,
    location: `/review/entries/${reference}`,
  });
  const again = await ask(correctRoute.loader, correct);
  expect(again.data).toMatchObject({ value: "Ask us last." });
  expect(
    await ask(entryRoute.action, { ...at(reference), form: {} }),
  ).toMatchObject({
    status: 409,
    data: { errors: { "": expect.stringContaining("yourself") as string } },
  });
  await ask(entryRoute.action, { ...at(reference, "", colleague), form: {} });
  const { data } = await ask(list, at(""));
  expect(data).toMatchObject({
    unchecked: [],
    checked: [
      { reference, checked: expect.stringContaining("Chris") as string },
    ],
  });
  const opened = await ask(letter, at(reference, "/letter"));
  expect(opened.data).toMatchObject({
    codes: [
      { value: reference },
      { value: expect.stringMatching(/^(\w{4}-){5,}\w{4}$/) as string },
      { value: expect.stringContaining("/receipt") as string },
    ],
  });
  const forColleague = at(reference, "/letter", colleague);
  expect(await ask(letter, forColleague)).toMatchObject({ status: 404 });
});

test.each([
  [{ channel: "" }, "channel"],
  [{ channel: "web" }, "channel"],
  [{ receivedOn: "" }, "receivedOn"],
  [{ receivedOn: "23/11/2026" }, "receivedOn"],
  [{ email: "nobody" }, "email"],
  [{ "what-first": "", email: "" }, ""],
])(
  "what does not fit comes back with its message and all that was typed: %o",
  async (change, field) => {
    const sent = await send({ ...good, ...change });
    expect(sent.status).toBe(400);
    const { errors, typed } = sent.data as {
      errors: Record<string, string>;
      typed: Record<string, unknown>;
    };
    expect(Object.keys(errors)).toEqual([field]);
    const kept = { ...good, ...change }["what-first"];
    expect(typed["what-first"] ?? "").toBe(kept);
  },
);

test("a scan that is not taken stops the entry, and says why", async () => {
  const sent = await send(good, Buffer.from("MZ\u0090\u0000 a program"));
  expect(sent.status).toBe(400);
  expect(sent.data).toMatchObject({
    errors: { scan: expect.stringContaining("letter.pdf") as string },
  });
  const { data } = await ask(list, at(""));
  expect(data).toMatchObject({ unchecked: [], checked: [] });
});

test("a scan is sent once, however often the form comes back, and by nobody else", async () => {
  const heldIn = (reply: Awaited<ReturnType<typeof send>>) =>
    reply.data?.held as { key: string; name: string }[];
  const unfit = { ...good, receivedOn: "yesterday" };
  const refused = await send(unfit, scanOf("Ask us first."));
  const [held] = heldIn(refused);
  expect(held).toMatchObject({ name: "letter.pdf" });
  const heldScans = held?.key ?? "";
  const page = `/review/entries/held/${heldScans}/pages/1`;
  const alt = "Page 1 of 1 of letter.pdf";
  expect(refused.data?.scans).toMatchObject([
    { name: "letter.pdf", pictures: [{ src: page, alt }] },
  ]);
  const see = (by: string, key = heldScans, number = "1") =>
    ask(heldPage, {
      ...{ context, cookie: by, path: page, params: { key, page: number } },
    });
  expect((await see(cookie)).headers.get("Content-Type")).toBe("image/webp");
  for (const seen of [
    await see(colleague),
    await see(cookie, "../../letter"),
    await see(cookie, heldScans, "2"),
  ])
    expect(seen.status).toBe(404);
  expect(heldIn(await send({ ...unfit, heldScans }))).toEqual([held]);
  expect(
    await send({ ...good, heldScans }, undefined, colleague),
  ).toMatchObject({ status: 400, data: { held: [] } });
  expect(await send({ ...good, heldScans: "../../letter" })).toMatchObject({
    status: 400,
    data: { errors: { scan: expect.stringContaining("again") as string } },
  });
  const sent = await send({ ...good, heldScans });
  const [reference = ""] = /H-[A-Z0-9-]+$/.exec(sent.location ?? "") ?? [];
  const { data } = await ask(entryRoute.loader, at(reference));
  expect(data).toMatchObject({ scans: [{ name: "letter.pdf" }] });
  const { stagingFolder } = context.attachmentStore;
  const left = readdirSync(stagingFolder);
  expect(left.filter((name) => name.startsWith("held-"))).toEqual([]);
});
