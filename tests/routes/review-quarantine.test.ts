import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as everything from "#app/routes/_public.receipt.everything.tsx";
import * as withdraw from "#app/routes/_public.receipt.withdraw.tsx";
import * as addFile from "#app/routes/_public.receipt.add-file/route.tsx";
import * as change from "#app/routes/_public.receipt.change/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { loader as list } from "#app/routes/review.quarantine.tsx";
import * as one from "#app/routes/review.quarantine_.$reference.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as response } from "#app/routes/review.responses.$reference.tsx";
import { loader as layout } from "#app/routes/review.tsx";
import { addressOf, type Fields, openBrowser } from "#tests/asking/browser.ts";
import { stageFile } from "#tests/given/files.ts";
import { ownAt } from "#tests/given/own-response.ts";
import { comeWith, type Receipt } from "#tests/given/receipts.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";
import { signInAs } from "#tests/given/sessions.ts";

let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

/** Sends an answer with these fields of the page that checks it, and tells what its sender sees. */
async function givenSent(fields: Fields) {
  const { browser } = await givenRespondent(context, call);
  const pressed = await browser.post(
    check,
    addressOf("advice", "check"),
    fields,
  );
  const { data } = await browser.get(sent.loader, addressOf("advice", "sent"));
  return {
    pressed,
    page: data,
    receipt: (data as { receipt: Receipt }).receipt,
  };
}

const trap: Fields = [["further-remark", "https://pills.example"]];
const listAt = (query = "") => ({
  path: `/review/quarantine${query}`,
  params: {},
});
const oneAt = (reference: string) => ({
  path: `/review/quarantine/${reference}`,
  params: { reference },
});

const responseAt = (reference: string) => ({
  path: `/review/responses/${reference}`,
  params: { reference },
});

async function openAs(role: "lead" | "reviewer") {
  const { cookie } = await signInAs(context, role);
  return openBrowser(context, cookie);
}

const listed = (data: unknown) =>
  (data as { lines: { reference: string }[] }).lines.map(
    ({ reference }) => reference,
  );

test("whoever fills in the field that nobody sees cannot tell, and the team sees it once it is let in", async () => {
  const honest = await givenSent([["further-remark", " "]]);
  const held = await givenSent(trap);
  expect(held.pressed).toMatchObject({
    status: honest.pressed.status,
    location: honest.pressed.location,
  });
  const { reference } = held.receipt;
  const lead = await openAs("lead");
  const queueAt = { path: "/review/queue", params: {} };
  const shownInQueue = async () => {
    const { data } = await lead.get(queue, queueAt);
    const { rows } = data as { rows: { reference: string }[] };
    return rows.map((row) => row.reference).sort();
  };
  expect(await shownInQueue()).toEqual([honest.receipt.reference]);
  const elsewhere = await lead.get(response, responseAt(reference));
  expect(elsewhere.location).toBe(`/review/queue?q=${reference}`);

  const shown = await lead.get(list, listAt());
  expect(listed(shown.data)).toEqual([reference]);
  expect(JSON.stringify(shown.data)).toContain(
    "a field that people do not see",
  );
  const opened = await lead.get(one.loader, oneAt(reference));
  expect(opened.data).toMatchObject({
    words: expect.arrayContaining([
      expect.objectContaining({ text: expect.any(String) }),
    ]),
  });
  const answer = await lead.post(one, oneAt(reference), [
    ["decision", "let-in"],
  ]);
  expect(answer).toMatchObject({ status: 303, location: "/review/quarantine" });
  expect(await shownInQueue()).toEqual(
    [honest.receipt.reference, reference].sort(),
  );
  expect((await lead.get(response, responseAt(reference))).status).toBe(200);
});

test("the receipt of what is held back or kept out works like any other", async () => {
  await givenSent([]);
  const { receipt } = await givenSent(trap);
  const { reference } = receipt;
  const lead = await openAs("lead");
  await lead.post(one, oneAt(reference), [["decision", "keep-out"]]);
  const own = await comeWith(context, receipt);
  const held = await own.get(everything.loader, {
    ...{ path: "/receipt/everything", params: {} },
  });
  expect(JSON.stringify(held.data)).toContain("kept it aside");
  const at = { path: "/receipt/withdraw", params: {} };
  const ofOwn: [string, string][] = [["reference", reference]];
  expect((await own.post(withdraw, at, ofOwn)).status).toBe(303);
  const kept = await lead.get(list, listAt("?show=kept-out"));
  expect(listed(kept.data)).toEqual([reference]);
  expect(JSON.stringify(kept.data)).toContain("Its sender took it back");
  await lead.post(one, oneAt(reference), [["decision", "let-in"]]);
  const letIn = await lead.get(list, listAt("?show=let-in"));
  expect(letIn.data).toMatchObject({
    lines: [{ decisions: [], undecidable: "Nothing is left to decide." }],
  });
});

test("the list says where nothing is held back, and its number stands in the navigation of those who decide", async () => {
  const lead = await openAs("lead");
  const reviewer = await openAs("reviewer");
  const empty = await lead.get(list, listAt());
  expect(empty.data).toMatchObject({ emptyWords: "Nothing is held back." });
  await givenSent(trap);
  await givenSent(trap);
  const frame = { path: "/review/queue", params: {} };
  const { data } = await lead.get(layout, frame);
  expect(data).toMatchObject({ heldBackCount: 2 });
  const other = await reviewer.get(layout, frame);
  expect(other.data?.heldBackCount).toBe(undefined);
});

test("a decision that is none, one about what was not held back, and one that came too late change nothing", async () => {
  const honest = await givenSent([]);
  const { receipt } = await givenSent(trap);
  const lead = await openAs("lead");
  const send = (reference: string, decision: string) =>
    lead.post(one, oneAt(reference), [["decision", decision]]);
  expect((await send(receipt.reference, "delete")).status).toBe(400);
  expect((await send(honest.receipt.reference, "let-in")).status).toBe(404);
  expect((await send(receipt.reference, "undo")).status).toBe(303);
  const shown = await lead.get(list, listAt());
  expect(listed(shown.data)).toEqual([receipt.reference]);
});

test("whoever looks for it by its reference is told who decides, or comes to it where they do", async () => {
  await givenSent([]);
  const { receipt } = await givenSent(trap);
  const { reference } = receipt;
  const { name, cookie } = await signInAs(context, "lead");
  const lead = openBrowser(context, cookie);
  const sought = {
    path: `/review/queue?q=${reference.toLowerCase()}`,
    params: {},
  };
  expect((await lead.get(queue, sought)).location).toBe(
    `/review/quarantine/${reference}`,
  );
  const reviewer = await openAs("reviewer");
  const told = `${reference} is held back, because it came in as machines send things. It is in no list until it is let in. ${name} can read it and decide.`;
  const looked = await reviewer.get(queue, sought);
  expect(looked.data).toMatchObject({
    ...{ rows: [], notices: [told], emptyWords: "Nothing else is found." },
  });
  await lead.post(one, oneAt(reference), [["decision", "let-in"]]);
  expect((await reviewer.get(queue, sought)).location).toContain(
    `/review/responses/${reference}`,
  );
});

test("its sender changes an answer and adds a file while it is held back, and both are let in", async () => {
  await givenSent([]);
  const { receipt } = await givenSent(trap);
  const { reference } = receipt;
  const own = await comeWith(context, receipt);
  await own.post(change, ownAt("change?answer=what-first"), [
    ["what-first", "Ask my uncle."],
    ["version", "1"],
    ["reference", reference],
  ]);
  const { stagingFolder } = context.attachmentStore;
  const bytes = Buffer.from("What we saw");
  const notes = { name: "notes.txt", bytes, questionId: "file" };
  await own.postFiles(addFile, ownAt("add-file?answer=files"), {
    fields: [["reference", reference]],
    stagedFiles: [stageFile(stagingFolder, notes)],
  });
  const lead = await openAs("lead");
  const held = await lead.get(one.loader, oneAt(reference));
  const words = expect.arrayContaining([
    expect.objectContaining({ text: "Ask my uncle." }),
  ]) as unknown;
  const line = { facts: expect.stringContaining("1 file") as unknown };
  expect(held.data).toMatchObject({ words, line });
  await lead.post(one, oneAt(reference), [["decision", "let-in"]]);
  const { data } = await lead.get(response, responseAt(reference));
  for (const said of ["Ask my uncle.", "notes.txt"])
    expect(JSON.stringify(data)).toContain(said);
});
