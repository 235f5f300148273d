import { expect, test } from "vitest";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import { adviceOn } from "#app/domain/calls/wording/advice.ts";
import { describeRemarks } from "#app/screens/review/call-editor-problems.ts";
import { namesIn } from "#app/screens/review/call-editor-names.ts";
import {
  describePageAdvice,
  sumAdvice,
} from "#app/screens/review/call-wording.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const words = (count: number) =>
  Array.from({ length: count }, () => "cat").join(" ");
const kinds = (text: string, isQuestion = true) =>
  adviceOn(text, isQuestion).map(({ about }) => about);

test.each<[text: string, advice: string[]]>([
  ["What was it like to live there?", []],
  [`${words(25)}.`, []],
  [`${words(26)}.`, ["sentence"]],
  [`${words(20)}. ${words(20)}.`, []],
  ["What happened and how did you feel?", ["two-questions"]],
  ["What happened? Who helped?", ["two-questions"]],
  ["Which towns and cities do you know?", []],
  ["Do you not agree that nothing should change?", ["double-negative"]],
  ["Is there nothing else? Not even one thing", []],
  ["Tell us, please", ["please"]],
  ["I am pleased", []],
  ["How was your placement?", ["jargon"]],
  ["Were you a LAC?", ["jargon"]],
  ["What a lack of black ink", []],
  ["How can we contact you?", []],
  ["Did you have contact with your brother?", ["jargon"]],
])("“%s”", (text, advice) => {
  expect(kinds(text)).toEqual(advice);
});

test("a text for older people is told by the age at which it is read with ease", () => {
  const hard =
    "Administrative authorities demonstrating organisational responsibilities communicate institutional expectations. ".repeat(
      4,
    );
  expect(adviceOn(hard)[0]).toMatchObject({ about: "reading-age" });
  expect(kinds("The dog sat on the mat. ".repeat(10))).toEqual([]);
});

test("advice takes time in proportion to a text, and no more than is looked at", async () => {
  for (const text of ["not and what ", "a-", "contact ", "??", "é "]) {
    const growth = await measureGrowth(
      (size) => adviceOn(text.repeat(size), true),
      100_000,
    );
    expect(isLinearGrowth(growth), `${growth} times the work`).toBe(true);
  }
});

function copyWith(questions: object[], pageId = "story") {
  const copy = toWorkingCopy(1, formWithConditions);
  const pages = copy.pages.map((page) =>
    page.key === pageId
      ? { ...page, body: { ...page.body, questions } as typeof page.body }
      : page,
  );
  return { ...copy, pages };
}

test("a page's advice names what it is about, and is counted for the call", () => {
  const choice = (value: string) => ({ value, label: { en: value } });
  const question = {
    ...{ id: "story", type: "radios", required: true },
    label: { en: "How was your placement?" },
    choices: ["good", "fair", "bad"].map(choice),
  };
  const place = { call: { slug: "advice" }, copy: copyWith([question]) };
  expect(describePageAdvice(place, "story")).toMatchObject([
    {
      on: "“How was your placement?”",
      words: "“placement” is a word of the trade. Say “home” or what is meant.",
    },
    { words: expect.stringContaining("“I do not know”") },
  ]);
  expect(describePageAdvice(place, "who")).toEqual([]);
  expect(sumAdvice(place)).toMatchObject([
    { name: "“How was your placement?”", words: "2 suggestions" },
  ]);
});

test("limits that leave nothing stop publishing, and files on a page with a rule are told", () => {
  const label = { en: "How many?" };
  const count = { id: "story", type: "whole-number", label, required: false };
  const problems = (question: object) =>
    checkWorkingCopy(copyWith([question])).problems;
  expect(problems({ ...count, least: 5, most: 4 })).toEqual([
    { reason: "range-empty", pageId: "story", questionId: "story" },
  ]);
  expect(problems({ ...count, least: 4, most: 4 })).toEqual([]);
  const day = { ...count, type: "date", precision: "day", seasons: false };
  const late = { ...day, earliest: "2026-02-01", latest: "2026-01-31" };
  expect(problems(late)).toMatchObject([{ reason: "range-empty" }]);
  expect(problems({ ...day, earliest: "2026-02-01" })).toEqual([]);
  expect(problems({ ...day, latest: "today" })).toEqual([]);
  const copy = toWorkingCopy(1, formWithConditions);
  const { remarks } = checkWorkingCopy(copy);
  expect(describeRemarks(remarks, namesIn(copy))).toEqual([
    expect.stringMatching(/^“Its report” asks for files and has a rule/),
  ]);
});
