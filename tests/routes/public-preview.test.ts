import { readdirSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as preview from "#app/routes/_public.preview.$link.$/route.tsx";
import { openBrowser } from "#tests/asking/browser.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import { givenPreview } from "#tests/given/previews.ts";

async function countRows(db: Db) {
  const names = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'table' and sql not like '%virtual%'`.execute(
    db,
  );
  const counts: Record<string, number> = {};
  for (const { name } of names.rows) {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from ${sql.table(name)}`.execute(db);
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}

const listUploads = ({ env }: RequestContext) =>
  readdirSync(env.files.folder, { recursive: true });

test("a whole walk through a preview, errors, a file and the last button included, leaves no row and no file", async () => {
  const { db, context, see, press } = await givenPreview();
  const rows = await countRows(db);
  expect(Object.keys(rows).length).toBeGreaterThan(40);
  const uploads = listUploads(context);
  expect((await see("")).page.kind).toBe("start");
  const first = await see("who");
  expect(first.title).toMatch(/^Preview: Who answers\?/);
  const wrong = await press("who", first.page.carried, {});
  expect(wrong).toMatchObject({ status: 400, page: { kind: "page" } });
  expect(wrong.title).toMatch(/^Error: Preview: /);
  expect(Object.keys(wrong.page.reply?.errors ?? {})).toEqual(["who"]);
  const named = await press("who", wrong.page.carried, { who: "organisation" });
  expect(named.page.view.pageId).toBe("organisation");
  const file = await press("organisation", named.page.carried, {
    organisation: "Shelter",
  });
  expect(file.page.view.pageId).toBe("file");
  const story = await press("file", file.page.carried, { file: "report.pdf" });
  expect(story.page.view.pageId).toBe("story");
  const check = await press("story", story.page.carried, { story: "Ours." });
  expect(check.page.kind).toBe("check");
  expect(check.page.view.answers).toMatchObject([
    { questionId: "who", line: "organisation" },
    { questionId: "organisation", line: "Shelter" },
    { questionId: "file", files: [{ name: "report.pdf" }] },
    { questionId: "story", line: "Ours." },
  ]);
  const sent = await press("check", check.page.carried, { intent: "send" });
  expect(sent).toMatchObject({
    status: 200,
    cookies: [],
    page: { kind: "sent", heading: "Nothing was sent" },
  });
  expect(await countRows(db)).toEqual(rows);
  expect(listUploads(context)).toEqual(uploads);
});

test("an answer that hides a page takes it from the walk and gives it back when it is changed again", async () => {
  const { press } = await givenPreview();
  const answered: [string, string][] = [
    ["who", "organisation"],
    ["organisation", "Shelter"],
    ["story", "Ours."],
  ];
  const asked = await press("who?from=check", answered.slice(1), {
    who: "self",
  });
  expect(asked.page).toMatchObject({
    kind: "check",
    view: { unasked: [{ questionId: "organisation", line: "Shelter" }] },
  });
  const again = await press("who", asked.page.carried.slice(2), {
    who: "organisation",
  });
  expect(again.page.view).toMatchObject({
    pageId: "organisation",
    answers: { organisation: "Shelter" },
  });
  const stopped = await press("check", [["who", "organisation"]], {
    intent: "send",
  });
  expect(stopped).toMatchObject({ status: 400, page: { kind: "check" } });
});

test("ways of a page stay in the preview, and what the form keeps elsewhere is said to be left out", async () => {
  const { link, see, press } = await givenPreview();
  const check = await see("check");
  const view = check.page.view as {
    answers: { changeTo: string }[];
    savePath: string;
  };
  expect(view.answers[0]?.changeTo).toBe(`/preview/${link}/who?from=check#who`);
  const json = JSON.stringify(check);
  expect(json).not.toContain("/respond/");
  const later = await press("who", [], { who: "self", intent: "later" });
  expect(later.page.kind).toBe("left-out");
  expect(later.page.carried).toContainEqual(["who", "self"]);
});

test("the link says until when it works, and a cut, forged or ended one is told apart from a page", async () => {
  const { context, call, link, see, browser } = await givenPreview();
  const { band } = await see("who");
  expect(band.until).toBe("This link works until 4 Dec 2026, 8:00pm.");
  expect(band.what).toContain("as the team has it now");
  const get = (written: string, at: RequestContext = context) =>
    openBrowser(at).get(preview.loader, {
      path: `/preview/${written}`,
      params: { link: written, "*": "" },
    });
  const other = link.replace(/^\d+/, String(call.id + 1));
  for (const written of ["", "x", link.slice(0, -1), other])
    expect((await get(written)).status).toBe(404);
  const later = () => new Date("2026-12-04T20:00:01Z");
  const ended = await get(link, { ...context, now: later });
  expect(ended).toMatchObject({
    status: 410,
    data: { refused: { heading: "This preview link has ended" } },
  });
  expect(browser.cookie).toBe("");
});

test("a link to the working copy shows what is changed after it, and one to a version does not", async () => {
  const now = await givenPreview();
  const rename = (given: typeof now, label: string) =>
    editWorkingCopy(given.db, given.editing, (before) => ({
      after: {
        ...before,
        pages: before.pages.map((page) => ({
          ...page,
          body: {
            ...page.body,
            questions: page.body.questions.map((question) => ({
              ...question,
              label: { en: label },
            })),
          },
        })),
      },
      did: { what: "page" },
    }));
  await rename(now, "Who are you?");
  expect((await now.see("who")).title).toContain("Who are you?");
  const old = await givenPreview(formWithConditions, {
    kind: "version",
    version: 1,
  });
  await rename(old, "Who are you?");
  expect((await old.see("who")).title).toContain("Who answers?");
  await now.edit((before) => ({
    after: { ...before, pages: before.pages.toReversed() },
    did: { what: "order" },
  }));
  expect(await now.see("who")).toMatchObject({
    refused: { heading: "This call cannot be previewed at the moment" },
  });
});

const grouped = callDefinitionSchema.parse({
  ...formWithConditions,
  conditions: [],
  pages: [
    {
      id: "homes",
      questions: [
        {
          ...{ id: "homes", type: "group", label: { en: "Your homes" } },
          ...{ itemName: { en: "Home" }, required: true, max: 3 },
          questions: [
            { id: "where", type: "short-text", label: { en: "Where" } },
          ],
        },
      ],
    },
    {
      id: "evidence",
      questions: [
        {
          ...{ id: "evidence", type: "evidence-items" },
          ...{ label: { en: "Evidence" }, required: true },
        },
      ],
    },
  ],
});

test("items of a group are added and taken out, and made-up evidence stands in for real", async () => {
  const { press } = await givenPreview(grouped);
  const none = await press("homes", [], {});
  expect(none.status).toBe(400);
  const list = await press("homes_2", none.page.carried, { where_2: "Leeds" });
  expect(list.page.view).toMatchObject({
    pageId: "homes",
    group: { cards: [{ id: "2", lines: ["Leeds"] }] },
  });
  const gone = await press("homes/item/2/remove", list.page.carried, {});
  expect(gone.page.view).toMatchObject({ group: { cards: [] } });
  const evidence = await press("homes", list.page.carried, {});
  expect(evidence.page.view.pageId).toBe("evidence");
  const added = await press("evidence/item/new", evidence.page.carried, {});
  const check = await press("evidence", added.page.carried, {});
  expect(check.page).toMatchObject({
    kind: "check",
    view: { problems: [] },
  });
  expect(check.page.carried).toContainEqual(["Evidence-evidence", "1"]);
});
