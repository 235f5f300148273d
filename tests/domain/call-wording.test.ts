import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import {
  adviceOnEach,
  adviceOnQuestion,
} from "#app/domain/calls/authoring/call-advice.ts";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import { adviceOn } from "#app/domain/calls/wording/advice.ts";
import { describeRemarks } from "#app/screens/review/call-editor-problems.ts";
import { namesIn } from "#app/screens/review/call-editor-names.ts";
import {
  lineOfPage,
  lineOfQuestion,
  linesOfSettings,
  sayBeside,
} from "#app/screens/review/call-wording.ts";
import { PageForm } from "#app/ui/authoring/page-form.tsx";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

type PageFormReply = Parameters<typeof PageForm>[0]["reply"];

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
  const copy = structuredClone(toWorkingCopy(1, formWithConditions));
  const pages = copy.pages.map((page) =>
    page.key === pageId
      ? { ...page, body: { ...page.body, questions } as typeof page.body }
      : page,
  );
  return { ...copy, pages };
}

test("advice quotes the words that it is about, of a whole text that is one word no more than somebody reads", () => {
  const said = (text: string) =>
    Object.values(
      sayBeside(
        adviceOn(text, true).map((advice) => ({ field: "label", advice })),
      ),
    ).flat();
  expect(said("What happened, and how did you feel about it?")).toEqual([
    expect.stringContaining("the second from “and how did you feel about …”"),
  ]);
  expect(said("What happened? Who helped?")).toEqual([
    expect.stringContaining("the second from “Who helped”"),
  ]);
  expect(said("What happened??")).toEqual([]);
  expect(said("PLEASE tell us of your Placements")).toEqual([
    "“PLEASE” makes it longer, and no kinder.",
    "“Placements” is a word of the trade. Say “home” or what is meant.",
  ]);
  expect(said("Do you not think nothing should change")).toEqual([
    "The sentence “Do you not think nothing should …” says “not” and “nothing”. Say what is so.",
  ]);
  const hard = "Organisational responsibilities communicate. ".repeat(12);
  expect(said(hard).at(-1)).toMatch(
    /The longest words are “responsibilities”, “Organisational” and “communicate”\.$/,
  );
  const endless = `${"𝒂".repeat(5000)} `;
  for (const words of said(endless.repeat(3)))
    expect(words.length).toBeLessThan(300);
});

test("advice stands at the field that it is about, and lists count it with the way there", () => {
  const choice = (value: string) => ({ value, label: { en: value } });
  const question = {
    ...{ id: "story", type: "radios", required: true },
    label: { en: "How was it?", cy: "Sut oedd y placement, please?" },
    hint: { en: "Of your last placement" },
    choices: ["good", "a placement", "bad"].map(choice),
  };
  const { pages, ...copy } = copyWith([question]);
  const page = pages.find(({ key }) => key === "story");
  if (!page) throw new Error("The form has no page of that id");
  const [asked] = page.body.questions;
  if (!asked) throw new Error("The page asks nothing");
  const jargon =
    "“placement” is a word of the trade. Say “home” or what is meant.";
  expect(sayBeside(adviceOnQuestion(asked))).toEqual({
    hint: [jargon],
    "optionLabel[1]": [jargon],
    settings: [expect.stringContaining("“I do not know”")],
  });
  const of = { callSlug: "advice", page };
  const at = "/review/calls/advice/edit/pages/story";
  expect(lineOfQuestion(of, asked)).toEqual({
    words: "3 suggestions on the words",
    href: `${at}/questions/story#hint`,
  });
  expect(lineOfPage(of)?.href).toBe(`${at}/questions/story#hint`);
  const body = { ...page.body, title: { en: "Please" } };
  expect(lineOfPage({ ...of, page: { ...page, body } })).toEqual({
    words: "4 suggestions on the words",
    href: `${at}#questions`,
  });
  const options = { ...asked, hint: undefined } as typeof asked;
  expect(lineOfQuestion(of, options)?.href).toMatch(/#optionLabel-2$/);
  const quiet = pages.find(({ key }) => key === "who");
  expect(quiet && lineOfPage({ ...of, page: quiet })).toBeUndefined();
  const whole = { ...copy, pages };
  copy.about.body.purpose = { en: "" };
  expect(linesOfSettings("advice", whole)).toEqual({});
  copy.about.body.audience = { en: "Stakeholders" };
  expect(linesOfSettings("advice", whole).about).toEqual({
    words: "1 suggestion on the words",
    href: "/review/calls/advice/edit/about#audience",
  });
});

test("what is asked several times is advised on at its own form, and counted with its group", () => {
  const label = { en: "Where?" };
  const member = { id: "where", type: "short-text", required: false };
  const [group] = copyWith([
    {
      ...{ id: "homes", type: "group", required: false, min: 1, max: 3 },
      ...{ label, itemName: { en: "Placement" } },
      questions: [{ ...member, label: { en: "With which siblings?" } }],
    },
  ]).pages.find(({ key }) => key === "story")?.body.questions ?? [undefined];
  expect(group && adviceOnEach(group)).toMatchObject([
    { questionId: "homes", advised: [{ field: "itemName" }] },
    { questionId: "where", advised: [{ field: "label" }] },
  ]);
});

test("each field with advice is described by it, and a form that came back says nothing of words that it does not hold", () => {
  const advice = {
    title: ["of the title"],
    intro: ["of the introduction", "more of it"],
    other: ["of nothing here"],
  };
  const form = {
    ...{ seen: "1.0", title: "One", intro: "Two", showIf: undefined },
    ...{ isTranslated: false, ruleHref: undefined, rules: [] },
    ...{ section: "", sections: [], advice },
  };
  const draw = (reply?: PageFormReply) =>
    renderToStaticMarkup(createElement(PageForm, { form, reply }));
  const drawn = draw();
  expect(drawn).toContain('aria-describedby="title-hint title-advice"');
  expect(drawn).toContain('aria-describedby="intro-hint intro-advice"');
  expect(drawn).toMatch(
    /id="intro-advice".*of the introduction.*more of it.*Save the page/s,
  );
  expect(drawn).not.toContain("of nothing here");
  const sent = { title: "", intro: "" };
  const errors = { title: "Enter a title" };
  const refused = draw({ sent, errors, isConflict: false });
  expect(refused).toContain('aria-describedby="title-hint title-error"');
  expect(refused).not.toContain("-advice");
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
