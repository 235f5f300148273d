import { beforeEach, expect, test } from "vitest";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import { type Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as copy from "#app/routes/_public.respond.$call.copy.tsx";
import * as deletion from "#app/routes/_public.respond.$call.delete.tsx";
import * as draftCopy from "#app/routes/_public.respond.$call.draft.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import {
  givenCall,
  givenDraft,
  givenDraftFile,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";

const words = wordsIn("en");
const checkPage = addressOf("advice", "check");
const sentPage = addressOf("advice", "sent");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

const givenBrowser = (answers = someAdvice) =>
  givenRespondent(context, call, answers);

type ReceiptData = {
  receipt?: { reference: string; receiptCode: string; answers: unknown[] };
};

test("check your answers shows every question, and what was left out as not provided", async () => {
  const { browser, draft } = await givenBrowser();
  const { data } = await browser.get(check.loader, checkPage);
  expect(data).toMatchObject({
    problems: [],
    answers: [
      { label: "Which of these describes you best?", line: expect.any(String) },
      {
        questionId: "what-first",
        line: someAdvice["what-first"],
        changeTo: `/respond/advice/what-first?draft=${draft.publicId}&from=check#what-first`,
      },
      { questionId: "how-to-listen", line: undefined },
      { questionId: "not-again" },
      { questionId: "files", files: [] },
      { questionId: "may-quote" },
      { questionId: "email" },
    ],
  });
});

test("an incomplete draft is not sent: each problem leads to its page", async () => {
  const { browser, draft } = await givenBrowser({
    "respondent-kind": "parent",
  });
  const answer = await browser.post(check, checkPage, []);
  expect(answer.status).toBe(400);
  expect(answer.page?.data).toMatchObject({
    title: expect.stringMatching(/^Error: /),
    problems: [
      {
        to: `/respond/advice/what-first?draft=${draft.publicId}&from=check#what-first`,
        message: "Enter what the review should look at first",
      },
      {
        to: `/respond/advice/quoting?draft=${draft.publicId}&from=check#may-quote`,
      },
    ],
  });
  const { count } = await context.db
    .selectFrom("responses")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(count).toBe(0);
});

test("sending twice, and once more from the page before, is one response with one reference", async () => {
  const { browser } = await givenBrowser();
  const presses = await Promise.all([
    browser.post(check, checkPage, []),
    browser.post(check, checkPage, []),
  ]);
  for (const press of [...presses, await browser.post(check, checkPage, [])])
    expect(press).toMatchObject({
      status: 303,
      location: "/respond/advice/sent",
    });
  const again = await browser.get(check.loader, checkPage);
  expect(again.location).toBe("/respond/advice/sent");
  const responses = await context.db
    .selectFrom("responses")
    .select("reference")
    .execute();
  const receipt = await browser.get(sent.loader, sentPage);
  expect(responses).toEqual([
    { reference: (receipt.data as ReceiptData).receipt?.reference },
  ]);
});

test("the receipt is shown again on a reload, to the browser that sent it and to no other", async () => {
  const { browser } = await givenBrowser();
  await browser.post(check, checkPage, []);
  const first = await browser.get(sent.loader, sentPage);
  const second = await browser.get(sent.loader, sentPage);
  expect(second.data).toEqual(first.data);
  expect((first.data as ReceiptData).receipt?.receiptCode).toMatch(
    /^(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/,
  );
  for (const cookie of ["", `heard-draft=${"B".repeat(43)}`]) {
    const other = openBrowser(context, cookie);
    const seen = await other.get(sent.loader, sentPage);
    expect(seen).toMatchObject({ status: 404, data: { receipt: undefined } });
    expect(
      (await other.get(copy.loader, addressOf("advice", "copy"))).location,
    ).toBe("/respond/advice/sent");
  }
});

test("the saved copy has the answers, the files' fingerprints, the reference and the code, and no email address", async () => {
  const { browser, draft } = await givenBrowser({
    ...someAdvice,
    "what-first": "<b>Moves</b> & more",
    email: "ada@example.org",
  });
  await givenDraftFile(context.db, context.attachmentStore, {
    draftId: draft.id,
    questionId: "files",
    name: "plan.txt",
    bytes: Buffer.from("The plan\n"),
    now,
  });
  await browser.post(check, checkPage, []);
  const page = await browser.get(sent.loader, sentPage);
  const answer = await browser.get(copy.loader, addressOf("advice", "copy"));
  const { receipt } = page.data as ReceiptData;
  expect(answer.headers.get("Content-Disposition")).toBe(
    `attachment; filename="response-${receipt?.reference}.html"`,
  );
  const html = await answer.response?.text();
  expect(html).toContain(receipt?.receiptCode);
  expect(html).toContain(receipt?.reference);
  expect(html).toContain("&lt;b&gt;Moves&lt;/b&gt; &amp; more");
  expect(html).toContain("plan.txt");
  expect(html).toMatch(/[0-9a-f]{64}/);
  expect(html).not.toContain("ada@example.org");
  expect(JSON.stringify(page.data)).not.toContain("ada@example.org");
});

test("clearing the receipt makes this browser forget it, and leaves the response", async () => {
  const { browser } = await givenBrowser();
  await browser.post(check, checkPage, []);
  const cookie = browser.cookie;
  const cleared = await browser.post(sent, sentPage, []);
  expect(cleared.headers.get("Set-Cookie")).toMatch(
    /^heard-draft=; .*Max-Age=0/,
  );
  const seen = await openBrowser(context, cookie).get(sent.loader, sentPage);
  expect(seen).toMatchObject({ status: 404, data: { receipt: undefined } });
  expect(
    await context.db.selectFrom("responses").select("id").execute(),
  ).toHaveLength(1);
});

test("clearing the receipt keeps the cookie that another call's draft hangs on", async () => {
  const { browser, holderKey } = await givenBrowser();
  const other = await givenCall(context.db, { slug: "other" });
  await givenDraft(context.db, { call: other, holderKey, now });
  await browser.post(check, checkPage, []);
  const cleared = await browser.post(sent, sentPage, []);
  expect(cleared.headers.get("Set-Cookie")).toBeNull();
});

test("a call that closes before the last press sends nothing, and keeps the draft to read", async () => {
  const { browser } = await givenBrowser();
  await changeCallState(context.db, {
    callId: call.id,
    to: "closing-announced",
    closesAt: now.toISOString(),
    actor: { kind: "system" },
    now,
  });
  const answer = await browser.post(check, checkPage, []);
  expect(answer.location).toBe("/respond/advice/draft?saved=1");
  const kept = await browser.get(
    draftCopy.loader,
    addressOf("advice", "draft"),
  );
  expect(kept.data).toMatchObject({
    mayGoOn: false,
    notes: expect.arrayContaining([
      expect.stringMatching(
        /22 November 2026, UK time\. .*not sent to us/,
      ) as string,
    ]) as string[],
    answers: expect.arrayContaining([
      expect.objectContaining({ line: someAdvice["what-first"] }),
    ]),
  });
});

test("deleting a draft takes everything of it and the cookie, and asks first", async () => {
  const { browser, draft } = await givenBrowser();
  const page = addressOf("advice", "delete");
  expect((await browser.get(deletion.loader, page)).data).toMatchObject({
    heading: words.deletion.heading,
    isDeleted: false,
  });
  const answer = await browser.post(deletion, page, []);
  expect(answer.headers.get("Set-Cookie")).toMatch(/Max-Age=0/);
  const left = await context.db
    .selectFrom("draft_answers")
    .select("question_id")
    .where("draft_id", "=", draft.id)
    .execute();
  expect(left).toEqual([]);
});
