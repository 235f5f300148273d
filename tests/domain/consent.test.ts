import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { consentIn, quotingIn } from "#app/domain/calls/consent.ts";
import { type Answers, checkDefinition } from "#app/domain/calls/definition.ts";
import { consentOf } from "#app/domain/responses/consent.server.ts";
import { receiveResponse } from "#app/domain/responses/intake.server.ts";
import { describeCheck } from "#app/screens/public/check-answers.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { callForEvidence } from "#app/tasks/demo/call-for-evidence.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { describeDefinitionProblem } from "#app/screens/review/definition-words.ts";
import { ask } from "#tests/asking/typed-answers.ts";
import { now } from "#tests/asking/sent-drafts.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const nothingAgreed = {
  publish: "not-published",
  share: false,
  atTheEnd: "destroy",
};

describe("what is not answered is not agreed to", () => {
  test.each<[Answers, object]>([
    [{}, nothingAgreed],
    [{ publish: "", share: "", "at-the-end": "" }, nothingAgreed],
    [{ publish: "yes", share: "YES", "at-the-end": "keep" }, nothingAgreed],
    [{ publish: ["named"], share: ["yes"] }, nothingAgreed],
    [{ publish: "not-published", share: "no" }, nothingAgreed],
    [{ publish: "named" }, { ...nothingAgreed, publish: "named" }],
    [
      { publish: "not-named", share: "yes", "at-the-end": "archive" },
      { publish: "not-named", share: true, atTheEnd: "archive" },
    ],
  ])("%j", (answers, consent) => {
    expect(consentIn(callForEvidence, answers)).toEqual(consent);
  });

  test("nor what the form does not ask", () => {
    const answers = { publish: "named", share: "yes", "at-the-end": "archive" };
    expect(consentIn(callForAdvice, answers)).toEqual(nothingAgreed);
  });
});

describe("how somebody may be quoted", () => {
  const asksNeither = {
    ...callForAdvice,
    pages: callForAdvice.pages.filter(({ id }) => id !== "quoting"),
  };
  const asksBoth = {
    ...callForEvidence,
    pages: [...callForEvidence.pages, ...callForAdvice.pages],
  };
  test.each<[string, typeof callForAdvice, Answers, string | undefined]>([
    ["a yes", callForAdvice, { "may-quote": "yes" }, "not-named"],
    ["a no", callForAdvice, { "may-quote": "no" }, "not-quoted"],
    ["no answer", callForAdvice, {}, "not-quoted"],
    ["no choice", callForAdvice, { "may-quote": "named" }, "not-quoted"],
    ["a name", callForEvidence, { publish: "named" }, "named"],
    ["no name", callForEvidence, { publish: "not-named" }, "not-named"],
    ["no paper", callForEvidence, { publish: "not-published" }, "not-quoted"],
    ["no publishing said", callForEvidence, {}, "not-quoted"],
    [
      "quoting before publishing",
      asksBoth,
      { publish: "named", "may-quote": "no" },
      "not-quoted",
    ],
    ["nothing asked", asksNeither, { "may-quote": "yes" }, undefined],
  ])("is told by %s", (_what, definition, answers, quoting) => {
    expect(quotingIn(definition, answers)).toBe(quoting);
  });
});

test("a response's consent is read by itself, of that response", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: callForEvidence });
  const receive = (answers: Answers) =>
    db.transaction().execute((trx) =>
      receiveResponse(trx, {
        callId: call.id,
        definitionId: call.definitionId,
        language: "en",
        channel: "letter",
        answers,
        receivedAt: now,
        recordedAt: now,
        actor: { kind: "system" },
        randomBytes,
      }),
    );
  const first = await receive({ publish: "named", share: "yes" });
  const second = await receive({ summary: "Nothing said." });
  expect(await consentOf(db, first.responseId)).toEqual({
    ...nothingAgreed,
    publish: "named",
    share: true,
  });
  expect(await consentOf(db, second.responseId)).toEqual(nothingAgreed);
  expect(await consentOf(db, 9_999)).toBeUndefined();
});

test("the check tells it in words, and nothing of what was not asked", async () => {
  const { db } = openTestDatabase();
  const told = async (definition: typeof callForEvidence, answers: Answers) => {
    const call = await givenCall(db, { definition });
    const { draft } = await givenDraft(db, { call, answers, now });
    const nothing = { answers: [], unasked: [], problems: [] };
    return describeCheck({
      now: new Date(),
      ...nothing,
      call,
      draft,
      definition,
    }).agreed;
  };
  expect(await told(callForAdvice, {})).toEqual([]);
  expect(await told(callForEvidence, {})).toEqual([
    "We will not publish what you send.",
    "We will not share what you send outside the review.",
    "When the review ends, what you send is destroyed.",
  ]);
  expect(
    await told(callForEvidence, { publish: "not-named", share: "yes" }),
  ).toEqual([
    "We may publish what you send, without your name.",
    "We may share what you send with the groups that work with us.",
    "When the review ends, what you send is destroyed.",
  ]);
});

describe("a mark that could not be relied on is refused, in words", () => {
  const label = { en: "A question" };
  const choices = (...values: string[]) =>
    values.map((value) => ({ value, label: { en: value } }));
  const wordsOf = (question: object, more: object[] = [], form = {}) => {
    const asked = { id: "asked", type: "radios", label, ...question };
    const pages = [asked, ...more].map((one, index) => ({
      id: `page-${index}`,
      questions: [one],
    }));
    const checked = checkDefinition({ ...callForAdvice, pages, ...form });
    return checked.ok ? [] : checked.problems.map(describeDefinitionProblem);
  };
  const share = { meaning: "consent-to-share", choices: choices("yes", "no") };

  test("values that the domain does not know", () => {
    expect(wordsOf(share)).toEqual([]);
    expect(wordsOf({ ...share, choices: choices("yes", "maybe") })).toEqual([
      'Question "asked" has the choice "maybe", which its mark does not know (on page "page-0")',
    ]);
    const kinds = choices("parent", "anything");
    expect(wordsOf({ meaning: "respondent-kind", choices: kinds })).toEqual([]);
  });

  test("a type that cannot say it", () => {
    const expected =
      'Question "asked" is marked as "consent-to-share", which its type cannot be (on page "page-0")';
    for (const type of ["long-text", "checkboxes", "date"])
      expect(wordsOf({ ...share, type })).toEqual([expected]);
    expect(
      wordsOf({ meaning: "organisation-name", choices: choices("a", "b") }),
    ).toHaveLength(1);
  });

  test("two of one meaning, one that is kept apart, one that not everybody is asked", () => {
    const second = { id: "second", type: "radios", label, ...share };
    expect(wordsOf(share, [second])).toEqual([
      'Two questions are marked as "consent-to-share": "asked", "second" (on pages "page-0", "page-1")',
    ]);
    expect(wordsOf({ ...share, identifying: true })).toEqual([
      'Question "asked" is identifying and marked: what hangs on its answer could not be read (on page "page-0")',
    ]);
    const rule = { question: "asked", operator: "answered" };
    const hidden = {
      ...second,
      meaning: "at-the-end",
      choices: choices("archive", "destroy"),
    };
    const pages = [
      { id: "a", questions: [{ id: "asked", type: "long-text", label }] },
      { id: "b", showIf: "c", questions: [hidden] },
    ];
    expect(wordsOf({}, [], { conditions: [{ id: "c", rule }], pages })).toEqual(
      [
        'Question "second" asks what may be done with an answer, and its page is not for everybody (on page "b")',
      ],
    );
  });

  test("more in the queue than it has room for, or what is kept apart", () => {
    const others = ["b", "c"].map((id) => ({
      ...{ id, label, type: "long-text", shownInQueue: true },
    }));
    expect(wordsOf({ ...share, shownInQueue: true }, others)).toEqual([
      'More than two questions are shown in the queue: "asked", "b", "c" (on pages "page-0", "page-1", "page-2")',
    ]);
    const email = { type: "email", shownInQueue: true };
    expect(wordsOf(email)).toEqual([
      'Question "asked" is identifying and cannot be shown in the queue (on page "page-0")',
    ]);
  });
});

describe("a whole number", () => {
  const { read, line, refusal } = ask({
    type: "whole-number",
    least: 1,
    most: 9_999,
  });

  test.each([
    ["340", "340"],
    [" 1,200 ", "1200"],
    ["1 200", "1200"],
    ["\uFF13\uFF14", "34"],
    ["007", "7"],
  ])("%j is kept as %s", (typed, kept) => {
    expect(read(typed).data).toBe(kept);
    expect(line(typed)).toBe(kept);
  });

  test.each([
    "about 300",
    "12.5",
    "-3",
    "0",
    "10,000",
    "1,20",
    "9".repeat(400),
  ])("%s is asked again", (typed) => {
    expect(refusal(typed).message).toBe(
      "Enter a whole number in figures, from 1 to 9,999",
    );
  });
});
