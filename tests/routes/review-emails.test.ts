import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { loader as listEntries } from "#app/routes/review.entries.tsx";
import { loader as openEntry } from "#app/routes/review.entries_.$reference.tsx";
import * as emailsRoute from "#app/routes/review.entries_.emails.tsx";
import * as emailRoute from "#app/routes/review.entries_.emails_.$email.tsx";
import { action as download } from "#app/routes/review.entries_.emails_.$email_.original.ts";
import * as takeInRoute from "#app/routes/review.entries_.emails_.$email_.take-in.tsx";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { filePart, makeEml } from "#tests/fixtures/emails.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { now } from "#tests/given/tables.ts";
import { givenWithheldFile } from "#tests/given/withheld-file.ts";

let context: RequestContext;
let cookie: string;
let colleague: string;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  ({ cookie } = await signInAs(context, "reviewer", "Kim"));
  ({ cookie: colleague } = await signInAs(context, "reviewer", "Chris"));
  await givenCall(db, { slug: "advice" });
});

/** As multer would hand it on. */
function send(files: Record<string, Buffer>, call = "advice") {
  const { stagingFolder } = context.attachmentStore;
  const fields = new FormData();
  fields.append("call", call);
  const stagedFiles = Object.entries(files).map(([originalName, bytes]) => {
    const stagingPath = path.join(stagingFolder, `${originalName}.part`);
    writeFileSync(stagingPath, bytes);
    return {
      ...{ questionId: "emails", originalName, stagingPath },
      byteSize: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  });
  const receivedForm = { fields, stagedFiles, refusedParts: [] };
  return ask(emailsRoute.action, {
    context: { ...context, receivedForm },
    ...{ path: "/review/entries/emails", cookie, form: { call } },
  });
}

const at = (email: string, place = "", by = cookie) => ({
  context,
  cookie: by,
  path: `/review/entries/emails/${email}${place}`,
  params: { email },
});

const answer = makeEml({
  id: "2@x",
  text: "Ask us first.\r\n\r\nOn 2 Mar 2026, Review wrote:\r\n> What?",
  parts: [
    filePart("plan.pdf", makePdf()),
    filePart("logo.gif", Buffer.from("GIF89a")),
  ],
});

test("an email is brought, looked at, taken in with its files and its sender apart, and checked by a colleague", async () => {
  await send({ "first.eml": makeEml({ id: "1@x", subject: "First" }) });
  expect(await send({ "answer.eml": answer })).toMatchObject({
    status: 303,
    location: "/review/entries/emails",
  });
  const list = await ask(emailsRoute.loader, at(""));
  expect(list.data).toMatchObject({
    waiting: [
      { subject: "First" },
      {
        ...{ subject: "Our answer", excerpt: "Ask us first.", remarks: [] },
        from: "Ann Example <ann@example.org>",
        facts: "came 2 Mar 2026, 2 files",
      },
    ],
  });
  const shown = await ask(emailRoute.loader, at("2"));
  expect(shown.data).toMatchObject({
    ownText: "Ask us first.",
    quotedText: "On 2 Mar 2026, Review wrote:\n> What?",
  });
  const begun = "/take-in?question=how-to-listen&quoted=leave";
  expect((await ask(takeInRoute.loader, at("2", begun))).data).toMatchObject({
    receivedOn: "2/3/2026",
    answers: { "how-to-listen": "Ask us first.", email: "ann@example.org" },
  });
  const form: [string, string][] = [
    ["receivedOn", "2/3/2026"],
    ["what-first", "Ask us first."],
    ["email", "ann@example.org"],
    ["emailFiles", "0"],
    ["emailFiles", "1"],
  ];
  const taken = await ask(takeInRoute.action, { ...at("2", begun), form });
  const [reference = ""] = /H-[A-Z0-9-]+$/.exec(taken.location ?? "") ?? [];
  const entry = await ask(openEntry, {
    ...{ context, cookie: colleague, params: { reference } },
    path: `/review/entries/${reference}`,
  });
  expect(entry.data).toMatchObject({
    origin: "Email, came 2 Mar 2026",
    mayCheck: true,
    scans: [{ name: "plan.pdf" }],
    originalPath: "/review/entries/emails/2/original",
  });
  const told = JSON.stringify([
    entry.data,
    (await ask(listEntries, at(""))).data,
    (await ask(emailsRoute.loader, at(""))).data?.waiting,
  ]);
  expect(told.match(/Ann Example|ann@example/g)).toHaveLength(2);
  const original = await ask(download, {
    ...at("2", "/original", colleague),
    form: {},
  });
  const bytes = Buffer.from(
    (await original.response?.arrayBuffer()) ?? new ArrayBuffer(),
  );
  expect(bytes.equals(answer)).toBe(true);
  const again = await ask(takeInRoute.action, { ...at("2", begun), form });
  expect(again.location).toBe("/review/entries");

  await givenWithheldFile(context.db, await findSentFile(context.db));
  const withheld = await ask(openEntry, {
    ...{ context, cookie: colleague, params: { reference } },
    path: `/review/entries/${reference}`,
  });
  const { scans, originalPath } = withheld.data as {
    scans: object[];
    originalPath: string | undefined;
  };
  expect(scans).toEqual([
    { name: "A file that is withheld", pictures: [], note: "" },
  ]);
  expect(originalPath).toBeUndefined();
  const refused = await ask(download, {
    ...at("2", "/original", colleague),
    form: {},
  });
  expect(refused.location).toBe("/review/entries/emails");
});

/** The only file that was sent. */
async function findSentFile(db: Db) {
  return db
    .selectFrom("attachments")
    .select(["response_id as responseId", "public_id as publicId"])
    .where("response_id", "is not", null)
    .$narrowType<{ responseId: number }>()
    .executeTakeFirstOrThrow();
}

test("what is no email is told by its name, and the others are added", async () => {
  const sent = await send({
    ...{ "notes.pdf": makePdf(), "a.eml": makeEml() },
    "nothing.eml": Buffer.alloc(0),
  });
  expect(sent.status).toBe(400);
  expect(sent.data?.errors).toMatchObject({
    emails: expect.stringMatching(
      /^notes\.pdf: .* \.mbox\. nothing\.eml: there is nothing in it\. 1 email was added\.$/,
    ) as string,
  });
  const list = await ask(emailsRoute.loader, at(""));
  expect(list.data?.waiting).toHaveLength(1);
});

test.each([
  [{}, "advice", "emails"],
  [{ "a.eml": makeEml() }, "", "call"],
])("what is missing is asked for", async (files, call, field) => {
  const sent = await send(files as Record<string, Buffer>, call);
  expect(Object.keys(sent.data?.errors ?? {})).toEqual([field]);
  expect((await ask(emailsRoute.loader, at(""))).data?.waiting).toEqual([]);
});

test("a day that does not fit comes back with all that was typed", async () => {
  await send({ "a.eml": answer });
  const form = { receivedOn: "1/1/2030", "what-first": "Changed by hand." };
  const sent = await ask(takeInRoute.action, { ...at("1", "/take-in"), form });
  expect(sent).toMatchObject({
    status: 400,
    data: {
      errors: { receivedOn: expect.any(String) as string },
      typed: { "what-first": "Changed by hand." },
    },
  });
});

test("an email is left out with a reason, and put back", async () => {
  await send({ "a.eml": answer });
  const press = (form: Record<string, string>) =>
    ask(emailRoute.action, { ...at("1"), form });
  const leave = { intent: "leave-out", reason: "other" };
  expect(await press({ intent: "leave-out" })).toMatchObject({ status: 400 });
  expect(await press(leave)).toMatchObject({ status: 303 });
  expect(await press(leave)).toMatchObject({ status: 409 });
  const list = await ask(emailsRoute.loader, at(""));
  expect(list.data).toMatchObject({
    waiting: [],
    leftOut: [{ leftOut: "Left out: Another reason" }],
  });
  expect(await press({ intent: "put-back" })).toMatchObject({ status: 303 });
});
