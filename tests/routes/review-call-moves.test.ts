import { expect, test } from "vitest";
import { action as order } from "#app/routes/review.calls_.$call_.edit.tsx";
import {
  action as move,
  loader as moving,
} from "#app/routes/review.calls_.$call_.edit_.pages_.$page_.questions_.$question_.move.tsx";
import { toldNext } from "#tests/asking/flash.ts";
import { ask } from "#tests/asking/routes.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";

async function givenMoves() {
  const { db, call } = await givenEditor();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const params = { call: call.slug, page: "who", question: "who" };
  const asked = { context, cookie, params, path: "/review" };
  return { edit: `/review/calls/${call.slug}/edit`, asked, context };
}

test("whoever moves a page goes on at its button, and hears its place", async () => {
  const { edit, asked, context } = await givenMoves();
  let pages = ["who", "organisation", "file", "story"];
  const press = async (pressed: string) => {
    const answer = await ask(order, {
      ...asked,
      form: [
        ...pages.map((id): [string, string] => ["page", id]),
        ...pages.map((_id, at): [string, string] => ["place", `${at + 1}`]),
        ["move", pressed],
      ],
    });
    const told = await toldNext(context, answer);
    return [answer.location, told?.text];
  };
  expect(await press("up:story")).toEqual([
    ...[`${edit}#up-story`, "Page “Your story” is number 3 of 4 now."],
  ]);
  pages = ["who", "organisation", "story", "file"];
  await press("up:story");
  pages = ["who", "story", "organisation", "file"];
  expect(await press("up:story")).toEqual([
    ...[`${edit}#down-story`, "Page “Your story” is number 1 of 4 now."],
  ]);
});

test("before a question is moved it is told what would look ahead, and after it too", async () => {
  const { edit, asked, context } = await givenMoves();
  const { data } = await ask(moving, asked);
  const { seen, pages } = data?.screen as {
    seen: string;
    pages: { value: string; hint?: string }[];
  };
  const ahead =
    "“What is it called?” is shown by an answer to “Who answers?”: move that question to a page before it.";
  expect(pages.map(({ value }) => value)).toEqual([
    ...["organisation", "file", "story"],
  ]);
  expect(pages.map(({ hint }) => hint)).toEqual([
    "Would look ahead: its answer shows page 2.",
    "Would look ahead: its answer shows pages 2 and 3.",
    "Would look ahead: its answer shows pages 2 and 3.",
  ]);
  expect((await ask(move, { ...asked, form: { seen } })).data).toMatchObject({
    errors: { to: "Choose a page" },
  });
  const moved = await ask(move, { ...asked, form: { seen, to: "story" } });
  expect(moved.location).toBe(`${edit}/pages/story#questions`);
  const told = await toldNext(context, moved);
  expect(told).toMatchObject({ kind: "notice" });
  expect(told?.text).toMatch(/^The question is the last on page 4 now\. /);
  expect(told?.text).toContain(ahead);
});
