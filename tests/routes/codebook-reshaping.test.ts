import { expect, test } from "vitest";
import { findTag } from "#app/domain/tagging/tags.server.ts";
import * as definitionRoute from "#app/routes/review.tags_.$tag_.definition.tsx";
import * as mergeRoute from "#app/routes/review.tags_.$tag_.merge.tsx";
import * as recodeRoute from "#app/routes/review.tags_.$tag_.recode.tsx";
import * as changeRoute from "#app/routes/review.tags_.$tag_.change.tsx";
import { loader as changes } from "#app/routes/review.tags_.changes.tsx";
import { action as undo } from "#app/routes/review.tags_.undo.tsx";
import { openBrowser } from "#tests/asking/browser.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { givenTwoAlike } from "#tests/given/two-alike.ts";

async function givenLead() {
  const given = await givenTwoAlike();
  const context = await makeTestContext(given.db);
  const { cookie } = await signInAs(context, "lead", "Nadia");
  const at = (place: string, tagId = given.from) => ({
    path: `/review/tags/${tagId}/${place}`,
    params: { tag: String(tagId) },
  });
  return { ...given, browser: openBrowser(context, cookie), at };
}

test("a merge is previewed, refused once something changed, done, and undone from the list of changes", async () => {
  const { db, browser, at, from, one, code } = await givenLead();
  const send = (step: string, seen = "", into = "moves") =>
    browser.post(mergeRoute, at("merge"), [
      ...([["into", into]] as [string, string][]),
      ["step", step],
      ["seen", seen],
    ]);
  expect((await send("preview", "", "mvoes")).data).toMatchObject({
    errors: { into: expect.stringContaining("“Moves”") as string },
  });
  const sealOf = (answer: { data: unknown }) =>
    (answer.data as { preview: { seal: string; lines: string[] } }).preview;
  const first = await send("preview");
  expect(first.status).toBe(200);
  expect(sealOf(first).lines[0]).toContain("3 passages and 2 whole responses");
  await code(one, from, "We were moved");
  const late = await send("confirm", sealOf(first).seal);
  expect(late.status).toBe(409);
  expect(sealOf(late).lines[0]).toContain("4 passages");
  const done = await send("confirm", sealOf(late).seal);
  expect(done).toMatchObject({ status: 303 });
  expect((await findTag(db, from))?.isRetired).toBe(true);
  const list = await browser.get(changes, {
    path: "/review/tags/changes",
    params: {},
  });
  const [newest] = (list.data as { changes: { changeId: number }[] }).changes;
  await browser.post(
    { action: undo, loader: () => undefined },
    { path: "/review/tags/undo", params: {} },
    [["change", String(newest?.changeId)]],
  );
  expect((await findTag(db, from))?.isRetired).toBe(false);
});

test("chosen passages are split off into a new tag, and a choice of none is told", async () => {
  const { browser, at, twin, tagged } = await givenLead();
  const none = await browser.post(recodeRoute, at("recode"), [["to", "Moves"]]);
  expect(none.data).toMatchObject({
    errors: { items: "Choose at least one passage or response" },
  });
  const form: [string, string][] = [
    ["items", twin],
    ["newName", "Worry"],
    ["newDefinition", "W."],
  ];
  const preview = await browser.post(recodeRoute, at("recode"), form);
  const { seal } = (preview.data as { preview: { seal: string } }).preview;
  const done = await browser.post(recodeRoute, at("recode"), [
    ...form,
    ["step", "confirm"],
    ["seen", seal],
  ]);
  expect(done.status).toBe(303);
  const { passages } = await tagged();
  expect(passages.find(({ public_id }) => public_id === twin)?.name).toBe(
    "Worry",
  );
});

test("what was coded under an old definition stands in a list until it was looked at again", async () => {
  const { browser, at, kept, to } = await givenLead();
  const list = async () => {
    const page = await browser.get(
      definitionRoute.loader,
      at("definition", to),
    );
    return (page.data as { items: { value: string }[] }).items.map(
      ({ value }) => value,
    );
  };
  expect(await list()).toEqual([]);
  const changed = await browser.post(changeRoute, at("change", to), [
    ["name", "Moves"],
    ["definition", "Something else."],
    ["rowVersion", "1"],
    ["step", "confirm"],
  ]);
  expect(changed.status).toBe(303);
  expect(await list()).toContain(kept);
  await browser.post(definitionRoute, at("definition", to), [["items", kept]]);
  const left = await list();
  expect(left).not.toContain(kept);
  expect(left).toHaveLength(1);
});
