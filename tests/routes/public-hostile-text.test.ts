import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { callForEvidence } from "#app/tasks/demo/call-for-evidence.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";
import { addressOf, type Fields } from "#tests/asking/browser.ts";

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

test("a megabyte of text comes back whole, with a message", async () => {
  const { browser, answers } = await givenBrowserWithDraft();
  const text = "what we saw ".repeat(100_000);
  const sent = await browser.post(
    questionPage,
    addressOf("advice", "what-first"),
    [["what-first", text]],
  );
  expect(sent.status).toBe(400);
  expect(sent.data).toEqual({
    answers: { "what-first": text },
    errors: { "what-first": [words.questions.tooLong(50_000, 1_149_999)] },
    version: 1,
  });
  expect(await answers()).toMatchObject({ "what-first": text });
});

test("NUL, lone surrogates and bidirectional controls do no harm, and the words around them stay", async () => {
  const { browser, answers } = await givenBrowserWithDraft();
  const sent = await browser.post(
    questionPage,
    addressOf("advice", "what-first"),
    [["what-first", "one\u0000two \uD800 \u202Ethree\r\nfour"]],
  );
  expect(sent.location).toBe("/respond/advice/how-to-listen");
  expect(await answers()).toMatchObject({
    "what-first": "onetwo \uFFFD \u202Ethree\nfour",
  });
});

test.each([
  ["of other names", (index: number) => `field-${index}[${index}].__proto__`],
  ["of the same name", () => "questions-addressed"],
  ["of Conform's own names", () => "__intent__"],
])(
  // What they cost is measured for every form in form-bounds.test.ts.
  "100,000 fields %s do not crash it",
  async (_what, nameOf) => {
    const evidence = await givenCall(context.db, {
      slug: "evidence",
      definition: callForEvidence,
    });
    const { browser } = await givenBrowserWithDraft(evidence);
    const fields: Fields = Array.from({ length: 100_000 }, (_, index) => [
      nameOf(index),
      "gaps",
    ]);
    const sent = await browser.post(
      questionPage,
      addressOf("evidence", "questions-addressed"),
      fields,
    );
    expect([303, 400]).toContain(sent.status);
  },
);

test("a body that is no form is refused, and nothing is saved", async () => {
  const { browser, answers } = await givenBrowserWithDraft();
  const before = await answers();
  const page = addressOf("advice", "what-first");
  const sent = await browser.postBody(questionPage, page, {
    body: '{"what-first":""}',
    headers: { "Content-Type": "application/json" },
  });
  expect(sent.status).toBe(400);
  expect(await answers()).toEqual(before);
});
