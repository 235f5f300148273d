import { beforeEach, describe, expect, test } from "vitest";
import { changeCallState } from "#app/domain/calls/call-states.server.ts";
import { type Call } from "#app/domain/calls/calls.server.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as begin from "#app/routes/_public.respond.$call._index.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";

const words = wordsIn("en");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

async function givenBrowserWithDraft(of: Call = call) {
  const given = await givenRespondent(context, of);
  const answers = async () => (await given.draftNow())?.answers;
  return { ...given, answers };
}

const draftOf = (holderKey: string, of: Call = call) =>
  findDraft(context.db, { callId: of.id, holderKey, now });

test("the first Continue starts a draft, and the next page follows", async () => {
  const browser = openBrowser(context);
  await browser.get(questionPage.loader, addressOf("advice", "about-you"));
  const keyOf = () => browser.cookie.split("=")[1] ?? "";
  expect(await draftOf(keyOf())).toBeUndefined();
  const sent = await browser.post(
    questionPage,
    addressOf("advice", "about-you"),
    [
      ["draft", "new"],
      ["respondent-kind", "parent"],
      ["intent", "continue"],
    ],
  );
  expect(sent).toMatchObject({
    status: 303,
    location: "/respond/advice/what-first",
  });
  expect((await draftOf(keyOf()))?.answers).toEqual({
    "respondent-kind": "parent",
  });
  const back = await browser.get(begin.loader, addressOf("advice"));
  expect(back.location).toBe("/respond/advice/what-first");
});

test("an answer that does not fit is saved as it was typed, and comes back with what to do", async () => {
  const { browser, answers } = await givenBrowserWithDraft();
  const sent = await browser.post(
    questionPage,
    addressOf("advice", "contact"),
    [["email", "  me at home"]],
  );
  expect(sent.status).toBe(400);
  expect(sent.data).toEqual({
    answers: { email: "  me at home" },
    errors: { email: [words.questions.emailFormat] },
    version: 1,
  });
  expect(sent.page?.data).toMatchObject({
    title: expect.stringMatching(/^Error: Question 7 of 7/),
  });
  expect(await answers()).toMatchObject({ email: "  me at home" });
});

test("an answer taken away is taken out of the draft, also where it is required", async () => {
  const { browser, answers } = await givenBrowserWithDraft();
  const sent = await browser.post(
    questionPage,
    addressOf("advice", "what-first"),
    [["what-first", ""]],
  );
  expect(sent.status).toBe(400);
  expect(await answers()).not.toHaveProperty("what-first");
});

test("somebody else's draft is not found: its pages lead to the start, and a form that names it comes back", async () => {
  const { draft, answers } = await givenBrowserWithDraft();
  const other = openBrowser(context, `heard-draft=${"B".repeat(43)}`);
  const page = addressOf("advice", "what-first");
  const seen = await other.get(questionPage.loader, page);
  expect(seen.location).toBe("/respond/advice/about-you");
  const before = await answers();
  const named = await other.post(questionPage, page, [
    ["draft", draft.publicId],
    ["what-first", "mine"],
  ]);
  expect(named).toMatchObject({
    status: 404,
    data: { answers: { "what-first": "mine" } },
    page: { data: { draftMark: "new" } },
  });
  expect(await answers()).toEqual(before);
  await other.post(questionPage, page, [["what-first", "mine"]]);
  const own = other.cookie.split("=")[1] ?? "";
  expect((await draftOf(own))?.answers).toEqual({
    "what-first": "mine",
  });
});

describe("a change from check your answers", () => {
  test("leads back there", async () => {
    const { browser } = await givenBrowserWithDraft();
    const { params, path } = addressOf("advice", "what-first");
    const sent = await browser.post(
      questionPage,
      { params, path: `${path}?from=check` },
      [["what-first", "Listen."]],
    );
    expect(sent.location).toBe("/respond/advice/check");
  });

  test("leads nowhere else, whatever the address says", async () => {
    const { browser } = await givenBrowserWithDraft();
    const { params, path } = addressOf("advice", "what-first");
    for (const from of ["//evil.example", "https:evil.example", "sent"]) {
      const sent = await browser.post(
        questionPage,
        { params, path: `${path}?from=${encodeURIComponent(from)}` },
        [["what-first", "Listen."]],
      );
      expect(sent.location).toBe("/respond/advice/how-to-listen");
    }
  });
});

test("a browser that keeps no cookie gets its form back, and is told why", async () => {
  const browser = openBrowser(context);
  const sent = await browser.post(
    questionPage,
    addressOf("advice", "what-first"),
    [
      ["draft", "new"],
      ["what-first", "Typed with care"],
    ],
  );
  expect(sent.status).toBe(400);
  expect(sent.data).toEqual({
    answers: { "what-first": "Typed with care" },
    errors: { "": [words.page.noCookie] },
  });
  // The page itself, and not a redirect that would leave the text behind.
  expect(sent.page?.status).toBe(200);
  expect(browser.cookie).toMatch(/^heard-draft=/);
});

test("a page left open until after sending does not begin a second draft, and keeps its text", async () => {
  const { browser, draft, holderKey } = await givenBrowserWithDraft();
  await submitDraft(context.db, {
    draftId: draft.id,
    secret: context.env.secret,
    messages: words.questions,
    now,
    randomBytes: context.randomBytes,
  });
  const sent = await browser.post(
    questionPage,
    addressOf("advice", "what-first"),
    [
      ["draft", draft.publicId],
      ["what-first", "One thing more"],
    ],
  );
  expect(sent.status).toBe(409);
  expect(sent.data).toEqual({
    answers: { "what-first": "One thing more" },
    errors: { "": [words.page.alreadySent] },
  });
  expect(await draftOf(holderKey)).toBeUndefined();
});

test("what arrives after the closing is saved, and shown as a copy that was not sent", async () => {
  const { browser, answers } = await givenBrowserWithDraft();
  await changeCallState(context.db, {
    callId: call.id,
    to: "closed",
    closesAt: now.toISOString(),
    actor: { kind: "system" },
    now,
  });
  const page = addressOf("advice", "what-first");
  const sent = await browser.post(questionPage, page, [
    ["what-first", "A minute late"],
  ]);
  expect(sent.location).toBe("/respond/advice/draft?saved=1");
  expect(await answers()).toMatchObject({ "what-first": "A minute late" });
  const seen = await browser.get(questionPage.loader, page);
  expect(seen.location).toBe("/respond/advice/draft");
});

test.each(["closed", "archived", "not yet open"])(
  "a call that is %s begins no draft, and gives the text back",
  async (title) => {
    const shut =
      title === "not yet open"
        ? { opensAt: "2026-11-23T09:00:00.000Z" }
        : { state: title as "closed" | "archived" };
    await givenCall(context.db, { slug: "shut", ...shut });
    const browser = openBrowser(context);
    const page = addressOf("shut", "about-you");
    const sent = await browser.post(questionPage, page, [
      ["respondent-kind", "parent"],
    ]);
    expect(sent.status).toBe(409);
    expect(sent.data).toEqual({
      answers: { "respondent-kind": "parent" },
      errors: { "": [words.page.notTaken] },
    });
    expect(sent.page?.status).toBe(200);
    const drafts = context.db.selectFrom("drafts").select("call_id");
    // The one that somebody began before.
    expect(await drafts.execute()).toEqual([{ call_id: call.id }]);
  },
);

test("a page that came when too many had come is given back with its text, and not saved", async () => {
  const { holderKey } = await givenDraft(context.db, { call, now });
  const waiting = { ...context, mustWaitSeconds: 61 };
  for (const cookie of ["", `heard-draft=${holderKey}`]) {
    const browser = openBrowser(waiting, cookie);
    const page = addressOf("advice", call.definition.pages[0]?.id);
    const sent = await browser.post(questionPage, page, [
      ["respondent-kind", "parent"],
    ]);
    expect(sent.status).toBe(429);
    expect(sent.data).toEqual({
      answers: { "respondent-kind": "parent" },
      errors: { "": [expect.stringContaining("Wait 2 minutes")] },
      // A form of no version is as old as can be.
      version: 0,
    });
    expect(sent.page?.status).toBe(200);
  }
  const drafts = await context.db.selectFrom("drafts").select("id").execute();
  expect(drafts).toHaveLength(2);
});
