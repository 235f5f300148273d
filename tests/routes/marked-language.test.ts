import { afterAll, beforeAll, expect, test } from "vitest";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { firstSettings } from "#app/http/portal-settings.server.ts";
import { keepReceiptVisit } from "#app/http/request/receipt-visit.server.ts";
import { maxTextCodeUnits } from "#app/domain/text/foreign-text.ts";
import { equalityQuestions } from "#app/screens/review/starting-points/equality-questions.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { cy } from "#app/words/public-cy/words.ts";
import { informationWords } from "#app/words/public-cy/information.ts";
import {
  mark,
  markCall,
  markWords,
  unmarkedIn,
} from "#tests/asking/marked-words.ts";
import { openPublicSite } from "#tests/asking/public-site.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { evidenceDefinition } from "#tests/given/evidence.ts";
import { placements } from "#tests/given/forms-with-groups.ts";

const question = (type: string, more: object = {}) => ({
  ...{ id: type, type, required: true, label: { en: `Of ${type}` } },
  ...more,
});
const choices = ["one", "two"].map((value) => ({
  ...{ value, label: { en: `Choice ${value}` } },
}));
const pageOf = (type: string, more?: object) => ({
  ...{ id: `of-${type}`, questions: [question(type, more)] },
});

/** A question of each type, asked of whoever answers. */
const definition = callDefinitionSchema.parse(
  markCall({
    ...callForAdvice,
    ...{ alsoIn: ["cy"], equality: equalityQuestions },
    pages: [
      ...callForAdvice.pages,
      ...["short-text", "date", "whole-number"].map((type) => pageOf(type)),
      ...["select", "checkboxes"].map((type) => pageOf(type, { choices })),
      ...evidenceDefinition().pages.slice(1),
      { id: "placements", questions: [placements] },
    ],
  }),
);

const putBack: (() => void)[] = [];
beforeAll(() => {
  putBack.push(markWords(cy), markWords(informationWords));
});
afterAll(() => {
  for (const back of putBack) back();
});

const now = new Date("2026-11-22T09:00:00Z");

async function openSite() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const name = { en: "A review", cy: mark("A review") };
  const settings = firstSettings(context.env);
  context.settings = { ...settings, name, alsoIn: ["cy"] };
  const later = { closesAt: "2026-12-20T17:00:00.000Z" };
  const call = await givenCall(db, { slug: "advice", definition, ...later });
  const past = { closesAt: "2026-11-20T17:00:00.000Z" };
  await givenCall(db, { slug: "shut", definition, state: "closed", ...past });
  await givenCall(db, {
    ...{ slug: "late", definition, state: "closed-late-accepted", ...past },
  });
  await givenCall(db, { slug: "kept", definition, state: "archived", ...past });
  const site = await openPublicSite(context);
  site.jar.set("heard-language", "cy");
  const leaks = new Map<string, string>();
  const pages = new Set<string>();
  type Shown = Awaited<ReturnType<typeof site.visit>>;
  const look = ({ path, html, status }: Shown) => {
    for (const text of unmarkedIn(html))
      if (!leaks.has(text)) leaks.set(text, path);
    const inLanguage = /<html lang="cy" dir="ltr"/.test(html);
    if (!inLanguage) leaks.set(`<html> ${status}: ${html.slice(0, 80)}`, path);
    pages.add(`${path} ${status}`);
    return { path, html };
  };
  return {
    ...{ db, call, leaks, pages },
    openReceipt(responseId: number) {
      const [name = "", value = ""] = keepReceiptVisit(
        context,
        responseId,
      ).split(/[=;]/);
      site.jar.set(name, value);
    },
    visit: async (path: string) => look(await site.visit(path)),
    post: async (path: string, fields: Fields = []) =>
      look(await site.post(path, fields)),
  };
}

type Fields = [name: string, value: string][];

/** The hidden fields of a page's form, as its button would send them. */
const hiddenOf = (html: string) =>
  [
    ...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g),
  ].map(([, name = "", value = ""]): [string, string] => [name, value]);

const typedOf: Record<string, Fields> = {
  "of-short-text": [["short-text", "12"]],
  "of-date": [
    ["date-day", "1"],
    ["date-month", "2"],
    ["date-year", "2020"],
  ],
  "of-whole-number": [["whole-number", "3"]],
  "of-select": [["select", "one"]],
  "of-checkboxes": [["checkboxes", "two"]],
};

type Site = Awaited<ReturnType<typeof openSite>>;

/** Pages that anybody reads, and those of codes, with nothing and with something wrong in them. */
async function readWhatAllRead({ visit, post }: Site) {
  for (const path of [
    ...["/", "/privacy", "/accessibility", "/come-back", "/receipt"],
    ...["/receipts/check", "/receipts/keys", "/nowhere", "/respond/advice/no"],
    ...["/calls/advice", "/calls/advice/questions", "/calls/shut"],
    ...["/calls/late", "/calls/kept", "/respond/shut", "/respond/late/late"],
  ])
    await visit(path);
  const wrong: Fields = [
    ["code", "x"],
    ["reference", "x"],
    ["receipt", "{}"],
  ];
  const long = wrong.map(([name]): [string, string] => [
    name,
    "1".repeat(maxTextCodeUnits + 1),
  ]);
  const places = ["/come-back", "/receipt", "/receipts/check"];
  for (const path of [...places, "/respond/late/late"])
    for (const fields of [[], wrong, long, [...wrong, ...wrong]])
      await post(path, fields);
}

/** Each page empty, then with what cannot be, then as it should be. */
async function answer({ visit, post }: Site) {
  for (const { id } of definition.pages) {
    const typed = typedOf[id] ?? [];
    const wrong = typed.map(([name]): [string, string] => [name, "?"]);
    for (const fields of [[], wrong, typed]) {
      const { html } = await visit(`/respond/advice/${id}`);
      const sent: Fields = [...hiddenOf(html), ...fields];
      await post(`/respond/advice/${id}`, [...sent, ["intent", "continue"]]);
    }
  }
}

async function giveEvidence({ visit, post }: Site) {
  const at = "/respond/advice/evidence";
  await visit(`${at}/item/new`);
  await visit(`${at}/item/new?kind=`);
  const form = hiddenOf((await visit(`${at}/item/new?kind=report`)).html);
  const report: Fields = [...form, ["kind", "report"], ["year", "x"]];
  await post(`${at}/item/new?kind=report`, report);
  const given: Fields = [...form, ["kind", "report"], ["title", "12"]];
  await post(`${at}/item/new?kind=report`, given);
  await visit(at);
  await visit(`${at}/list`);
  await post(`${at}/list`);
  await post(`${at}/list`, [["references", "TY  - RPRT\nER  - "]]);
}

async function send({ db, visit, post }: Site) {
  for (const place of ["tasks", "check", "answers", "save", "delete", "draft"])
    await visit(`/respond/advice/${place}`);
  await visit("/respond/advice/somebody-else");
  await post("/respond/advice/save", [["intent", "make-code"]]);
  const begun = new Date(now.getTime() - 60_000).toISOString();
  await db.updateTable("drafts").set({ created_at: begun }).execute();
  const { html } = await visit("/respond/advice/check");
  await post("/respond/advice/check", hiddenOf(html));
  for (const place of ["equality", "equality/questions", "sent", "copy"])
    await visit(`/respond/advice/${place}`);
}

/** What its sender sees and does by the receipt. */
async function readReceipt({ visit, post }: Site) {
  const at = "/receipt";
  for (const place of [
    ...["response", "everything", "withdraw", "change?answer=short-text"],
    ...["change?answer=nothing", "take-back?answer=short-text"],
    ...["add-file?answer=files", "items?answer=placements"],
    ...["items?answer=evidence", "add-item?answer=placements"],
    "item?answer=evidence&item=new&kind=report",
  ])
    await visit(`${at}/${place}`);
  const change = `${at}/change?answer=short-text`;
  const { html } = await visit(change);
  await post(change, [...hiddenOf(html), ["short-text", ""]]);
  await post(change, [["short-text", "1"]]);
  await post(`${at}/add-file?answer=files`);
  const form = hiddenOf((await visit(`${at}/withdraw`)).html);
  await post(`${at}/withdraw`);
  await post(`${at}/withdraw`, form);
}

test("no page of the public side has a word of another language in it", async () => {
  const site = await openSite();
  await readWhatAllRead(site);
  await answer(site);
  await giveEvidence(site);
  await send(site);
  const { responseId } = await givenResponse(site.db, {
    call: site.call,
    answers: { "short-text": "12" },
  });
  site.openReceipt(responseId);
  await readReceipt(site);
  const { leaks, pages } = site;
  expect([...leaks].map(([text, path]) => `${path}: ${text}`)).toEqual([]);
  expect(pages.size).toBeGreaterThan(60);
});
