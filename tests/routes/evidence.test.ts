import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { evidenceItemsOf } from "#app/domain/calls/question-types/evidence-items.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as itemPage from "#app/routes/_public.respond.$call.$page_.item.$item/route.tsx";
import * as removal from "#app/routes/_public.respond.$call.$page_.item.$item_.remove.tsx";
import * as listPage from "#app/routes/_public.respond.$call.$page_.list/route.tsx";
import * as references from "#app/routes/_public.respond.$call.$page_.references.$format.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";
import { evidenceDefinition, someItem } from "#tests/given/evidence.ts";
import { bibWithFaults } from "#tests/fixtures/reference-lists.ts";

const rendering = "0123456789abcdef".repeat(2);

/** Somebody who holds one report, after somebody else whose report has the same number. */
async function givenEvidence(question: Record<string, unknown> = {}) {
  const given = await givenCallToAnswer({
    definition: evidenceDefinition(question),
  });
  const { context, call } = given;
  const hers = { items: [someItem(1, { title: "Hers" })] };
  const other = await givenRespondent(context, call, { evidence: hers });
  const mine = { items: [someItem(1, { title: "Mine" })] };
  const me = await givenRespondent(context, call, { evidence: mine });
  const at = (below: string, params: Record<string, string> = {}) => ({
    path: `/respond/advice/evidence${below}?draft=${me.draft.publicId}`,
    params: { call: "advice", page: "evidence", ...params },
  });
  const titles = async () =>
    evidenceItemsOf((await me.draftNow())?.answers.evidence).map(
      ({ csl }) => csl.title,
    );
  const marks: [string, string][] = [
    ["draft", me.draft.publicId],
    ["rendering", rendering],
  ];
  return { ...me, other, context, at, titles, marks, itemId: someItem(1).id };
}

test("an item is added by hand with nothing but a title; without one the form comes back as it was typed", async () => {
  const { browser, at, titles, marks } = await givenEvidence();
  const page = at("/item/new", { item: "new" });
  const typed: [string, string][] = [
    ["kind", "evaluation"],
    ["found", "It works."],
  ];
  const back = await browser.post(itemPage, page, [...marks, ...typed]);
  expect(back.status).toBe(400);
  expect(back.data).toMatchObject({
    typed: { found: ["It works."] },
    errors: { title: ["Enter a title, or say in a few words what it is"] },
  });
  const form: [string, string][] = [...marks, ...typed, ["title", "Ours"]];
  const saved = await browser.post(itemPage, page, form);
  expect(saved.location).toMatch(/evidence#item-0123456789abcdef$/);
  await browser.post(itemPage, page, form);
  expect(await titles()).toEqual(["Mine", "Ours"]);
});

test("a form that another tab has overtaken comes back with both texts, and can then be saved", async () => {
  const { browser, at, titles, marks, itemId } = await givenEvidence();
  const page = at(`/item/${itemId}`, { item: itemId });
  const { data: view } = await browser.get(itemPage.loader, page);
  const { base } = view?.marks as { base: string };
  const send = (title: string, from: string) =>
    browser.post(itemPage, page, [
      ...marks,
      ["base", from],
      ["title", title],
      ["kind", "report"],
    ]);
  await send("There", base);
  const back = await send("Here", base);
  expect(back.status).toBe(409);
  const saved = back.data?.saved as { text: string; base: string };
  expect(saved.text).toContain("There");
  expect(back.data).toMatchObject({ typed: { title: ["Here"] } });
  await send("Here", saved.base);
  expect(await titles()).toEqual(["Here"]);
});

test("of a pasted list the good records are in the draft, the broken are told, and the text comes back", async () => {
  const { browser, at, titles, marks } = await givenEvidence();
  const form: [string, string][] = [...marks, ["references", bibWithFaults]];
  const answer = await browser.post(listPage, at("/list"), form);
  expect(answer.status).toBe(200);
  expect(answer.data).toMatchObject({
    text: bibWithFaults,
    result: {
      heading: "4 of 7 were read",
      broken: [{ line: "Line 5" }, {}, {}],
    },
  });
  await browser.post(listPage, at("/list"), form);
  expect(await titles()).toEqual([
    "Mine",
    "Breaks & Carers: p < 0.05",
    "A paper",
    "Proceedings",
    "One brace too many",
  ]);
});

test("a list that is no list, or comes to nothing, is given back with what to do", async () => {
  const { browser, at, titles, marks } = await givenEvidence();
  const text = "Dear review, here are my thoughts.";
  const back = await browser.post(listPage, at("/list"), [
    ...marks,
    ["references", text],
  ]);
  expect(back).toMatchObject({ status: 400, data: { text } });
  const empty = await browser.post(listPage, at("/list"), marks);
  expect(empty).toMatchObject({
    status: 400,
    data: { errors: ["Paste a list or choose a file"] },
  });
  expect(await titles()).toEqual(["Mine"]);
});

test("a file is read, and one of 20,000 records is refused with the limit, in words", async () => {
  const { browser, at, titles, marks, context } = await givenEvidence();
  const send = async (text: string) => {
    const stagingPath = path.join(
      context.attachmentStore.stagingFolder,
      randomBytes(8).toString("hex"),
    );
    await writeFile(stagingPath, text);
    const file = {
      questionId: "list",
      originalName: "export.ris",
      stagingPath,
      byteSize: text.length,
      sha256: "",
    };
    return browser.postFiles(listPage, at("/list"), {
      fields: marks,
      stagedFiles: [file],
    });
  };
  const record = "TY  - JOUR\nTI  - Read\nER  - \n";
  const many = await send(record.repeat(20_000));
  expect(many.data?.errors).toEqual([
    expect.stringContaining(
      "export.ris: This list has more than 1,000 records",
    ),
  ]);
  await send(record);
  expect(await titles()).toEqual(["Mine", "Read"]);
});

test("what is added and removed is in one browser's draft, and in nobody else's", async () => {
  const { browser, at, titles, other, itemId } = await givenEvidence();
  const page = at(`/item/${itemId}/remove`, { item: itemId });
  // Her browser, at the address of my draft.
  const hers = await other.browser.post(removal, page, []);
  expect(hers.location ?? hers.status).not.toBe(200);
  expect(await titles()).toEqual(["Mine"]);
  await browser.post(removal, page, []);
  expect(await titles()).toEqual([]);
  const hersNow = (await other.draftNow())?.answers.evidence;
  expect(evidenceItemsOf(hersNow)).toHaveLength(1);
});

test("the list leaves as RIS for its holder, and for nobody else", async () => {
  const { browser, at, other } = await givenEvidence();
  const page = at("/references/ris", { format: "ris" });
  const { response } = await browser.get(references.loader, page);
  expect(await response?.text()).toContain("TI  - Mine");
  expect(response?.headers.get("Content-Disposition")).toContain(
    "references.ris",
  );
  const hers = await other.browser.get(references.loader, page);
  expect(hers.status).toBe(404);
});

test("a required question is in order with an item, and its page lists what is there", async () => {
  const { browser, at, marks, itemId } = await givenEvidence({
    required: true,
  });
  const page = await browser.get(questionPage.loader, at(""));
  expect(page.data?.evidence).toMatchObject({
    heading: "1 item added",
    cards: [{ id: itemId, title: "Mine" }],
  });
  const sent = await browser.post(questionPage, at(""), [
    ...marks,
    ["version", "0"],
  ]);
  expect(sent.location).toContain("/check");
});
