import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  type Answers,
  callDefinitionSchema,
  checkDefinition,
} from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { loader as begin } from "#app/routes/_public.respond.$call._index.tsx";
import { loader as check } from "#app/routes/_public.respond.$call.check.tsx";
import { loader as tasks } from "#app/routes/_public.respond.$call.tasks.tsx";
import { describeDefinitionProblem } from "#app/screens/review/definition-words.ts";
import { addressOf, type Fields, openBrowser } from "#tests/asking/browser.ts";
import { openTab } from "#tests/asking/question-page.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";

const section = (id: string) => ({ id, title: { en: `Of ${id}` } });
const inSections = {
  ...formWithConditions,
  navigation: "task-list",
  sections: [section("you"), section("words"), section("extra")],
  pages: [
    ...formWithConditions.pages.map((page) => ({
      ...page,
      section: page.id === "story" ? "words" : "you",
    })),
    {
      id: "email",
      section: "extra",
      questions: [{ id: "email", type: "email", label: { en: "Email" } }],
    },
  ],
};
const definition = callDefinitionSchema.parse(inSections);
const list = addressOf("advice", "tasks");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer({ definition }));
});

type Browser = ReturnType<typeof openBrowser>;

async function statuses(browser: Browser) {
  const { data } = await browser.get(tasks, list);
  const shown = data as { sections: { statusLabel: string; to: string }[] };
  return shown.sections.map(({ statusLabel }) => statusLabel);
}

async function go(browser: Browser, id: string, typed: Fields) {
  const at = addressOf("advice", id);
  const tab = await openTab(browser, at);
  const { location } = await browser.post(questionPage, at, [...tab, ...typed]);
  return location?.replace(/\?.*/, "");
}

test("a session begins at the list, and any section may be the first", async () => {
  const browser = openBrowser(context);
  const begun = await browser.get(begin, addressOf("advice"));
  expect(begun.location).toBe("/respond/advice/tasks");
  expect(await statuses(browser)).toEqual(Array(3).fill("Not yet started"));
  expect(await go(browser, "story", [["story", "First."]])).toBe(
    "/respond/advice/tasks",
  );
  expect(await statuses(browser)).toEqual([
    "Not yet started",
    "Completed",
    "Not yet started",
  ]);
  const back = await browser.get(begin, addressOf("advice"));
  expect(back.location).toMatch(/^\/respond\/advice\/tasks\b/);
});

describe("a section", () => {
  const answered = (answers: Answers) =>
    givenRespondent(context, call, answers);

  test("leads from page to page and then back to the list, both ways", async () => {
    const { browser } = await answered({ story: "S." });
    expect(await go(browser, "who", [["who", "organisation"]])).toBe(
      "/respond/advice/organisation",
    );
    expect(await statuses(browser)).toEqual([
      "In progress",
      "Completed",
      "Not yet started",
    ]);
    expect(
      await go(browser, "organisation", [["organisation", "Shelter"]]),
    ).toBe("/respond/advice/file");
    expect(await go(browser, "file", [])).toBe("/respond/advice/tasks");
    const typed: Fields = [
      ["story", "S."],
      ["intent", "back"],
    ];
    expect(await go(browser, "story", typed)).toBe("/respond/advice/tasks");
    const { data } = await browser.get(check, addressOf("advice", "check"));
    expect(data?.backTo).toMatch(/^\/respond\/advice\/tasks\b/);
  });

  test("is completed too where its optional page was left empty", async () => {
    const { browser, draftNow } = await answered({ who: "self" });
    expect(await go(browser, "email", [["email", ""]])).toBe(
      "/respond/advice/tasks",
    );
    expect(await statuses(browser)).toEqual([
      "Completed",
      "Not yet started",
      "Completed",
    ]);
    expect((await draftNow())?.pageVersions).toMatchObject({ email: 1 });
  });

  test("has a problem where what is typed does not fit, and leads to it", async () => {
    const { browser } = await answered({
      who: "organisation",
      organisation: "x".repeat(300),
    });
    const { data } = await browser.get(tasks, list);
    expect(data?.sections).toMatchObject([
      {
        statusLabel: "There is a problem",
        to: expect.stringContaining("/respond/advice/organisation"),
      },
      { statusLabel: "Not yet started" },
      { statusLabel: "Not yet started" },
    ]);
  });
});

test("a page that was left empty takes what a tab from before writes into it", async () => {
  const { browser, draftNow } = await givenRespondent(context, call, {
    who: "self",
  });
  const at = addressOf("advice", "email");
  const stale = await openTab(browser, at);
  await go(browser, "email", [["email", ""]]);
  const typed: Fields = [["email", "jo@example.org"]];
  const sent = await browser.post(questionPage, at, [...stale, ...typed]);
  expect(sent.status).toBe(303);
  expect((await draftNow())?.answers).toMatchObject({
    email: "jo@example.org",
  });
});

test("a form of pages has no list", async () => {
  const { context: other } = await givenCallToAnswer();
  const shown = await openBrowser(other).get(tasks, list);
  expect(shown.location).toBe("/respond/advice");
});

test.each<[object, string]>([
  [
    { sections: [...inSections.sections, section("you")] },
    'Two sections have the id "you"',
  ],
  [
    { sections: inSections.sections.slice(1) },
    'Page "who" is of section "you", which is not there',
  ],
  [
    { sections: [...inSections.sections, section("more")] },
    'Section "more" has no page',
  ],
  [
    { pages: inSections.pages.map(({ id, questions }) => ({ id, questions })) },
    'Page "who" is of no section',
  ],
  [
    {
      pages: inSections.pages.map((page) =>
        page.id === "email" ? { ...page, section: "you" } : page,
      ),
    },
    'Between the pages of section "you" stand pages of another',
  ],
])(
  "a list that cannot be followed is refused, in words: %#",
  (change, expected) => {
    const checked = checkDefinition({ ...inSections, ...change });
    const said = checked.ok
      ? []
      : checked.problems.map(describeDefinitionProblem);
    expect(said.join("\n")).toContain(expected);
  },
);
