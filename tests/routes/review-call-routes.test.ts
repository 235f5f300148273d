import { expect, test } from "vitest";
import { loader as routes } from "#app/routes/review.calls_.$call_.edit_.routes.tsx";
import * as preview from "#app/routes/_public.preview.$link.$/route.tsx";
import { ask } from "#tests/asking/routes.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";

type Screen = {
  summary: string;
  walked: string | undefined;
  problems: { words: string; href: string }[];
  routes: { who: string; because: string[]; pages: string; href: string }[];
};

async function givenRoutes() {
  const given = await givenEditor();
  const context = await makeTestContext(given.db);
  const { cookie } = await signInAs(context, "lead");
  const params = { call: given.call.slug };
  return {
    ...given,
    ...{ context, cookie },
    see: async () =>
      (await ask(routes, { context, cookie, params, path: "/review/calls" }))
        .data?.screen as Screen,
  };
}

test("every way through a call is told by who takes it, with the pages they are asked", async () => {
  const { see } = await givenRoutes();
  const screen = await see();
  expect(screen.summary).toBe("There are 2 ways through this call.");
  expect(screen.walked).toContain("took each of them");
  expect(screen.routes).toMatchObject([
    {
      because: ["“Who answers?”: organisation", "“What is it called?”: Sample"],
      pages: "4 pages: 1 to 4",
    },
    { because: ["“Who answers?”: self"], pages: "2 pages: 1, 4" },
  ]);
});

test("a way opens the preview as its made-up person, with every page filled in", async () => {
  const { see, context, cookie } = await givenRoutes();
  const screen = await see();
  const way = screen.routes.find(({ because }) => because.length === 2);
  const { pathname, search } = new URL(way?.href ?? "", "http://heard");
  const [, , link = ""] = pathname.split("/");
  const { data } = await ask(preview.loader, {
    ...{ context, cookie, path: `${pathname}/check${search}` },
    params: { link, "*": "check" },
  });
  expect(data?.page).toMatchObject({
    view: {
      problems: [],
      answers: [
        { questionId: "who", line: "organisation" },
        { questionId: "organisation", line: "Sample" },
        { questionId: "file" },
        { questionId: "story", line: "Sample" },
      ],
    },
  });
});

test("a page that no answer fits is named, and a call that is no form yet says so", async () => {
  const { see, edit, call } = await givenRoutes();
  const at = (id: string, change: object) =>
    edit((before) => ({
      after: {
        ...before,
        pages: before.pages.map((page) =>
          page.key === id
            ? { ...page, body: { ...page.body, ...change } }
            : page,
        ),
      },
      did: { what: "page" },
    }));
  const count = {
    ...{ id: "story", type: "whole-number", label: { en: "How many?" } },
    ...{ required: true, least: 5, most: 2 },
  };
  await at("story", { questions: [count] });
  const screen = await see();
  expect(screen.walked).toBeUndefined();
  expect(screen.problems).toEqual([
    {
      words:
        "“How many?” cannot be left: no answer that fits was found for “How many?”. Look at its limits.",
      href: `/review/calls/${call.slug}/edit/pages/story/questions/story`,
    },
  ]);
  await at("who", { questions: [] });
  expect((await see()).summary).toContain("Something is not finished yet");
});
