import { expect, test } from "vitest";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import { changesOf } from "#app/domain/calls/authoring/changes.ts";
import {
  addPage,
  changeAbout,
  changePage,
  orderPages,
  removePage,
} from "#app/domain/calls/authoring/edits.ts";
import { selectGivenIds } from "#app/domain/calls/authoring/given-ids.server.ts";
import { placeByNumbers } from "#app/domain/calls/authoring/place-by-numbers.ts";
import {
  discardWorkingCopy,
  publishWorkingCopy,
} from "#app/domain/calls/authoring/publish.server.ts";
import { rulesLookingAt } from "#app/domain/calls/authoring/rules-looking-at.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import {
  seenOf,
  toWorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenEditor } from "#tests/given/authoring.ts";

const ids = async (...of: Parameters<typeof findWorkingCopy>) =>
  (await findWorkingCopy(...of)).pages.map(({ key }) => key);
const words = { title: "Who you are", intro: "", showIf: "" };

test.each([
  { numbers: [1, 2, 3, 1], order: [4, 1, 2, 3] },
  { numbers: [1, 2, 2, 2], order: [1, 3, 4, 2] },
  { numbers: [99, 2, 3, 4], order: [2, 3, 4, 1] },
  { numbers: [3, 2, 3, 4], order: [2, 3, 1, 4] },
  { numbers: [2, 1, 3, 4], order: [2, 1, 3, 4] },
  { numbers: [99, 98, 3, 4], order: [3, 4, 2, 1] },
  { numbers: [1, 2, 3, 4], order: [1, 2, 3, 4] },
])("pages 1, 2, 3, 4 with $numbers beside them", ({ numbers, order }) => {
  expect(placeByNumbers([1, 2, 3, 4], numbers)).toEqual(order);
});

test("looking at a call to change it makes nothing, and neither does a save that changes nothing", async () => {
  const { db, call, edit } = await givenEditor();
  const before = await findWorkingCopy(db, call.id);
  expect(before.draftId).toBeUndefined();
  const seen = seenOf(before, before.pages[0]!);
  const same = { seen, pageId: "who", title: "", intro: "", showIf: "" };
  expect(await edit((copy) => changePage(copy, same))).toMatchObject({
    ...{ ok: true, isChanged: false },
  });
  expect((await findWorkingCopy(db, call.id)).draftId).toBeUndefined();
  await edit((copy) => changePage(copy, { ...same, ...words }));
  const after = await findWorkingCopy(db, call.id);
  expect(after.basedOn).toBe(call.definitionId);
  expect(after.pages[0]?.body.title).toEqual({ en: "Who you are" });
  expect((await findCall(db, call.id)).definition).toEqual(call.definition);
});

test("of two people who change one page the second is told, and a colleague on another page is not", async () => {
  const { db, call, edit } = await givenEditor();
  const opened = await findWorkingCopy(db, call.id);
  const seen = seenOf(opened, opened.pages[0]!);
  const mine = { ...words, seen, pageId: "who" };
  await edit((copy) => changePage(copy, { ...mine, title: "Theirs" }));
  const refused = await edit((copy) => changePage(copy, mine));
  expect(refused).toMatchObject({ ok: false, reason: "changed-meanwhile" });
  expect(refused.copy.pages[0]?.body.title?.en).toBe("Theirs");
  const story = { ...words, seen, pageId: "story" };
  expect(await edit((copy) => changePage(copy, story))).toMatchObject({
    ok: true,
  });
});

test("an order that was typed over other pages is refused", async () => {
  const { db, call, edit } = await givenEditor();
  const shown = await ids(db, call.id);
  const taken = await selectGivenIds(db, call.id);
  await edit((copy) => addPage(copy, { title: "Who?", taken }));
  const order = { shown, numbers: [4, 2, 3, 4] };
  expect(await edit((copy) => orderPages(copy, order))).toMatchObject({
    reason: "pages-changed",
  });
  expect(await ids(db, call.id)).toEqual([...shown, "who-2"]);
  const again = { shown: [...shown, "who-2"], numbers: [1, 2, 3, 4, 1] };
  await edit((copy) => orderPages(copy, again));
  expect(await ids(db, call.id)).toEqual(["who-2", ...shown]);
});

test("what is translated keeps its translation, and what is missing can be stored", async () => {
  const title = { en: "Advice", cy: "Cyngor" };
  const definition = { ...callForAdvice, title };
  const { db, call, edit } = await givenEditor({ definition });
  const { about, ...copy } = await findWorkingCopy(db, call.id);
  const texts = {
    ...{ title: "Advice please", summary: "", purpose: "For what" },
    ...{ whoMayAnswer: "Anyone", howAnswersAreUsed: "So", audience: "" },
    ...{ beforeYouStart: "Stop", whatHappensNext: "", sendLabel: "Send" },
    ...{ minutes: undefined, seen: seenOf({ ...copy, about }, about) },
  };
  const saved = await edit((now) => changeAbout(now, texts));
  expect(saved.copy.about.body.title).toEqual({
    ...{ ...title, en: texts.title },
    madeFrom: { cy: title.en },
  });
  expect(saved.copy.about.body.audience).toBeUndefined();
  expect(checkWorkingCopy(saved.copy).problems).toEqual([
    { reason: "text-missing", text: "summary" },
    { reason: "text-missing", text: "whatHappensNext" },
  ]);
});

test("a page that rules look at is named with them before and after it is removed", async () => {
  const { db, call, edit, editing } = await givenEditor();
  const copy = await findWorkingCopy(db, call.id);
  expect(rulesLookingAt(copy, ["who"])).toEqual([
    {
      ...{ conditionId: "for-organisation", name: undefined },
      pageIds: ["organisation", "file"],
    },
  ]);
  const seen = seenOf(copy, copy.pages[0]!);
  const taken = await selectGivenIds(db, call.id);
  await edit((now) => addPage(now, { title: "Empty", taken }));
  const saved = await edit((now) => removePage(now, { seen, pageId: "who" }));
  const { problems } = checkWorkingCopy(saved.copy);
  expect(problems).toContainEqual({
    ...{ reason: "rule-question-unknown", questionId: "who" },
    conditionId: "for-organisation",
  });
  expect(problems).toContainEqual({ reason: "page-empty", pageId: "empty" });
  const { rowVersion } = saved.copy;
  const refused = await publishWorkingCopy(db, { ...editing, rowVersion });
  expect(refused).toMatchObject({ reason: "has-problems" });
});

test("what was published is another version, and what was typed over the old one is refused", async () => {
  const { db, call, edit, editing } = await givenEditor();
  const opened = await findWorkingCopy(db, call.id);
  const mine = {
    ...words,
    pageId: "who",
    seen: seenOf(opened, opened.pages[0]!),
  };
  const { copy } = await edit((was) =>
    changePage(was, { ...mine, pageId: "story", title: "Told" }),
  );
  const { rowVersion } = copy;
  expect(
    await publishWorkingCopy(db, { ...editing, rowVersion: rowVersion - 1 }),
  ).toMatchObject({ reason: "changed-meanwhile" });
  const published = await publishWorkingCopy(db, { ...editing, rowVersion });
  expect(published).toEqual({ ok: true, version: 2 });
  const now = await findCall(db, call.id);
  expect(now.definition.pages.at(-1)?.title).toEqual({ en: "Told" });
  expect((await findWorkingCopy(db, call.id)).draftId).toBeUndefined();
  expect(await edit((copy) => changePage(copy, mine))).toMatchObject({
    reason: "changed-meanwhile",
  });
});

test("a call that the public sees is published by nobody alone, and its changes can be dropped", async () => {
  const { db, call, edit, editing } = await givenEditor({ state: "open" });
  const taken = await selectGivenIds(db, call.id);
  const { copy } = await edit((was) => addPage(was, { title: "New", taken }));
  const { rowVersion } = copy;
  expect(
    await publishWorkingCopy(db, { ...editing, rowVersion }),
  ).toMatchObject({ reason: "needs-second-person" });
  expect(await discardWorkingCopy(db, { ...editing, rowVersion: 0 })).toBe(
    false,
  );
  expect(await discardWorkingCopy(db, { ...editing, rowVersion })).toBe(true);
  expect(await ids(db, call.id)).not.toContain("new");
});

test("a page that moved is the same page, and the others did not move", async () => {
  const { db, call, edit } = await givenEditor();
  const shown = await ids(db, call.id);
  const order = { shown, numbers: [1, 2, 3, 1] };
  const { copy } = await edit((was) => orderPages(was, order));
  const before = toWorkingCopy(call.definitionId, call.definition);
  expect(changesOf(before, copy)).toEqual({
    ...{ isAboutChanged: false, isElseChanged: false, pagesAdded: [] },
    ...{ pagesRemoved: [], pagesChanged: [], pagesMoved: ["story"] },
  });
});

test("a call does not become too long to keep, nor too many pages", async () => {
  const { db, call, edit } = await givenEditor();
  const opened = await findWorkingCopy(db, call.id);
  const taken = await selectGivenIds(db, call.id);
  const many = {
    ...opened,
    pages: Array.from({ length: 60 }, () => opened.pages[0]!),
  };
  expect(addPage(many, { title: "61", taken })).toEqual({ refused: "full" });
  const long = await edit((copy) => ({
    after: {
      ...copy,
      pages: copy.pages.map((page) => ({
        ...page,
        body: { ...page.body, intro: { en: "x".repeat(300_000) } },
      })),
    },
    did: { what: "test" },
  }));
  expect(long).toMatchObject({ ok: false, reason: "too-big" });
});
