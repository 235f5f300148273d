import { expect, test } from "vitest";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { firstSettings } from "#app/http/portal-settings.server.ts";
import * as comeBack from "#app/routes/_public.come-back.tsx";
import * as enter from "#app/routes/_public.receipt._index.tsx";
import * as addFile from "#app/routes/_public.receipt.add-file/route.tsx";
import * as addItem from "#app/routes/_public.receipt.add-item/route.tsx";
import * as change from "#app/routes/_public.receipt.change/route.tsx";
import * as ownItem from "#app/routes/_public.receipt.item/route.tsx";
import * as checkReceipt from "#app/routes/_public.receipts.check.tsx";
import * as item from "#app/routes/_public.respond.$call.$page_.item.$item/route.tsx";
import * as list from "#app/routes/_public.respond.$call.$page_.list/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as equality from "#app/routes/_public.respond.$call.equality_.questions.tsx";
import * as late from "#app/routes/_public.respond.$call.late.tsx";
import { equalityQuestions } from "#app/screens/review/starting-points/equality-questions.ts";
import {
  type Address,
  addressOf,
  type Fields,
  openBrowser,
} from "#tests/asking/browser.ts";
import { addressWith } from "#tests/asking/question-page.ts";
import { evidenceDefinition } from "#tests/given/evidence.ts";
import { formWithGroup } from "#tests/given/forms-with-groups.ts";
import { givenOwnFiles } from "#tests/given/own-files.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";
import { givenSentEvidence } from "#tests/given/sent-evidence.ts";
import { givenSentGroup } from "#tests/given/sent-group.ts";

const inWelsh = (definition: CallDefinition): CallDefinition => ({
  ...definition,
  alsoIn: ["cy"],
});

type Browser = ReturnType<typeof openBrowser>;
type Page = Parameters<Browser["post"]>[0];
type Pressed = {
  browser: Browser;
  context: RequestContext;
  path: string;
  params?: Address["params"];
  typed: Fields;
};

/** Presses the switch: as the browser sends it, to the page's address with the language in it. */
async function press(
  page: Page,
  { browser, context, path, params = {}, typed }: Pressed,
) {
  const events = () =>
    context.db
      .selectFrom("events")
      .select((e) => e.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
  const before = await events();
  const to = `${path}${path.includes("?") ? "&" : "?"}lang=cy`;
  const answer = await browser.post(page, { path: to, params }, typed);
  expect(await events()).toEqual(before);
  const shown = answer.page?.data as { shown?: object } & object;
  return {
    status: answer.status,
    reply: answer.data as unknown,
    shown: shown.shown ?? shown,
  };
}

test("a form that is no draft's is shown in the other language as it was typed, and nothing is held against it", async () => {
  const { context } = await givenCallToAnswer();
  context.settings = { ...firstSettings(context.env), alsoIn: ["cy"] };
  const browser = openBrowser(context);
  const forms: [Page, string, Fields][] = [
    [comeBack, "/come-back", [["code", "BCDF"]]],
    [
      enter,
      "/receipt",
      [
        ["reference", "H-half"],
        ["code", ""],
      ],
    ],
    // Of a file its name comes, which is no text of a receipt.
    [
      checkReceipt,
      "/receipts/check",
      [
        ["file", "receipt.json"],
        ["receipt", "half of it"],
      ],
    ],
  ];
  for (const [page, path, typed] of forms) {
    const pressed = await press(page, { browser, context, path, typed });
    const sent = Object.fromEntries(typed.filter(([name]) => name !== "file"));
    expect(pressed).toMatchObject({ status: 200, shown: { language: "cy" } });
    expect(pressed.reply).toEqual({ sent, errors: {} });
  }
});

test("a late code", async () => {
  const { context } = await givenCallToAnswer({
    definition: inWelsh(evidenceDefinition()),
    state: "closed-late-accepted",
    closesAt: "2026-11-20T17:00:00.000Z",
  });
  const of = { browser: openBrowser(context), context };
  const at = addressOf("advice", "late");
  const typed: Fields = [["code", "half"]];
  expect(await press(late, { ...of, ...at, typed })).toMatchObject({
    status: 200,
    reply: { sent: { code: "half" }, errors: {} },
    shown: { language: "cy" },
  });
});

test("evidence that is being written: its kind, an item, a list, with the version that it was made from", async () => {
  const definition = inWelsh(evidenceDefinition());
  const { context, call } = await givenCallToAnswer({ definition });
  const { browser, draft, draftNow } = await givenRespondent(context, call);
  const at = (place: string) => addressWith(draft.publicId, place);
  const pressed = (page: Page, place: string, typed: Fields) => {
    const { path, params } = at(`evidence/${place}`);
    const named = { ...params, call: "advice", page: "evidence", item: "new" };
    return press(page, { browser, context, path, params: named, typed });
  };
  expect(await pressed(item, "item/new", [["kind", "report"]])).toMatchObject({
    status: 200,
    reply: { typed: { kind: ["report"] }, errors: {} },
    shown: { language: "cy", fields: undefined },
  });
  const typed: Fields = [
    ["kind", "report"],
    ["title", "Half a ti"],
    ["year", "two"],
    ["topics", "breaks"],
    ["topics", "money"],
    ["base", "made-from-this"],
  ];
  expect(await pressed(item, "item/new", typed)).toMatchObject({
    status: 200,
    reply: {
      typed: {
        title: ["Half a ti"],
        year: ["two"],
        topics: ["breaks", "money"],
      },
      errors: {},
      saved: { base: "made-from-this" },
    },
  });
  expect(
    await pressed(list, "list", [["references", "TY  - half"]]),
  ).toMatchObject({
    status: 200,
    reply: { text: "TY  - half", errors: [] },
    shown: { language: "cy" },
  });
  expect((await draftNow())?.answers.evidence).toBeUndefined();
});

test("what was sent: an answer, an item of evidence, one more item of a group", async () => {
  const evidence = await givenSentEvidence({
    definition: inWelsh(evidenceDefinition()),
  });
  const { context, sender: browser, reference } = evidence;
  const answer: Fields = [
    ["who", "Half a na"],
    ["version", "7"],
    ["reference", reference],
  ];
  const of = { browser, context };
  const path = "/receipt/change?answer=who";
  expect(await press(change, { ...of, path, typed: answer })).toMatchObject({
    status: 200,
    reply: { answers: { who: "Half a na" }, errors: {}, version: 7 },
    shown: { language: "cy" },
  });
  const ofAnother: Fields = [...answer.slice(0, 2), ["reference", "H-other"]];
  expect(await press(change, { ...of, path, typed: ofAnother })).toMatchObject({
    status: 409,
  });
  const report: Fields = [
    ["kind", "report"],
    ["title", ""],
    ["year", "two"],
    ["reference", reference],
  ];
  const { path: itemPath } = evidence.at("item", { item: "new" });
  const sent = await press(ownItem, { ...of, path: itemPath, typed: report });
  expect(sent).toMatchObject({
    status: 200,
    reply: { typed: { title: [""], year: ["two"] }, errors: {} },
  });
  const group = await givenSentGroup({
    definition: inWelsh(formWithGroup),
    answers: {
      placements: { items: [{ id: "7" }, { id: "2" }] },
      ...{ kind_7: "Foster care", kind_2: "With my aunt" },
    },
  });
  const { context: its, sender } = group;
  const more = { browser: sender, context: its };
  const typed: Fields = [
    ...Object.entries(await group.marks()),
    ["kind_new", ""],
    ["how_new", "Half"],
  ];
  const addition = "/receipt/add-item?answer=placements";
  const added = await press(addItem, { ...more, path: addition, typed });
  expect(added).toMatchObject({ status: 200, reply: { errors: {} } });
  expect(JSON.stringify(added.reply)).toContain("Half");
});

test("what is said of a file to be added, and choices that are counted and not kept", async () => {
  const files = await givenOwnFiles();
  const { context, sender, reference } = files;
  const path = "/receipt/add-file?answer=file";
  const typed: Fields = [
    ["about", "Half a li"],
    ["file", "notes.txt"],
    ["reference", reference],
  ];
  expect(
    await press(addFile, { browser: sender, context, path, typed }),
  ).toMatchObject({
    status: 200,
    reply: { sent: { about: "Half a li" }, errors: {} },
  });
  const definition = inWelsh({
    ...evidenceDefinition(),
    equality: equalityQuestions,
  });
  const asked = await givenCallToAnswer({ definition });
  const { browser, draft } = await givenRespondent(asked.context, asked.call, {
    who: "Me",
  });
  await browser.post(check, addressWith(draft.publicId, "check"), []);
  const at = addressWith(draft.publicId, "equality/questions");
  const chosen: Fields = [["about-ethnic-group", "white"]];
  const of = { browser, context: asked.context, ...at };
  expect(await press(equality, { ...of, typed: chosen })).toMatchObject({
    status: 200,
    reply: { chosen: { "about-ethnic-group": ["white"] } },
    shown: { language: "cy" },
  });
});
