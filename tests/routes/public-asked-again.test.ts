import { beforeEach, expect, test } from "vitest";
import {
  addDefinitionVersion,
  findCall,
} from "#app/domain/calls/calls.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { Answers, CallDefinition } from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { loader as form } from "#app/routes/_public.respond.$call._index.tsx";
import * as askedAgain from "#app/routes/_public.respond.$call.asked-again.tsx";
import * as removal from "#app/routes/_public.respond.$call.$page_.item.$item_.remove.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { type Fields } from "#tests/asking/browser.ts";
import { openTab } from "#tests/asking/question-page.ts";
import {
  formOf,
  givenBegun as givenBegunOn,
  services,
  text,
} from "#tests/given/begun-forms.ts";
import { givenCallToAnswer, now } from "#tests/given/respondents.ts";

const reason = { en: "The law has changed." };
const before = formOf([
  ["who", [text("role"), text("nickname")]],
  ["proof", [{ id: "proof", type: "file-upload", label: { en: "Proof" } }]],
  ["story", [text("story", true)]],
]);
const after = formOf([
  ["who", [text("role")]],
  ["safety", [text("safety", true)]],
  ["story", [text("story", true)]],
]);

const answers = { role: "Aunt", nickname: "Red", story: "Long." };

let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer({ definition: before }));
});

const publish = (definition: CallDefinition, questions: string[] = []) =>
  addDefinitionVersion(context.db, {
    ...{ callId: call.id, definition, now, actor: { kind: "system" } },
    ...(questions.length > 0 && { asksAgain: { questions, reason } }),
  });

const givenBegun = (answered: Answers = answers) =>
  givenBegunOn(context, call, answered);

test("whoever has begun finishes on their version where nothing must be asked again", async () => {
  const { browser, place, draftNow } = await givenBegun();
  await publish(after);
  const shown = await browser.get(questionPage.loader, place("proof"));
  expect(shown.status).toBe(200);
  const sent = await browser.post(check, place("check"), []);
  expect(sent.location).toMatch(/sent|equality/);
  expect(await draftNow()).toBeUndefined();
});

test("what must be asked again is told once with its reason, asked on the new version, and nothing is lost", async () => {
  const { browser, place, told, goOn, press, lines, draft, draftNow } =
    await givenBegun();
  await publish(after, ["safety"]);
  await publish(after);
  const index = { path: `/respond/advice?draft=${draft.publicId}` };
  const params = { call: "advice" };
  const asking = await browser.get(form, { ...index, params });
  expect(asking.location).toBe(told);
  for (const id of ["who", "proof"])
    expect((await browser.get(questionPage.loader, place(id))).location).toBe(
      told,
    );
  expect((await browser.get(check.loader, place("check"))).location).toBe(told);
  expect((await browser.post(check, place("check"), [])).location).toBe(told);
  const page = await browser.get(askedAgain.loader, place("asked-again"));
  expect(page.data).toMatchObject({
    ...{ questions: ["About safety?"], reasons: [reason.en] },
  });
  expect(await draftNow()).toMatchObject({ definitionId: call.definitionId });
  const moved = await goOn();
  expect(moved.location).toBe("/respond/advice/safety?from=check");
  expect((await goOn()).location).toBe("/respond/advice");
  expect((await lines()).problems).toHaveLength(1);
  await press("safety", [["safety", "Yes"]]);
  const checked = await lines();
  expect(checked.problems).toEqual([]);
  expect(checked.answers).toMatchObject([
    { questionId: "role", line: "Aunt" },
    { questionId: "safety", line: "Yes" },
    { questionId: "story", line: "Long." },
  ]);
  expect(checked.unasked).toMatchObject([
    { questionId: "nickname", line: "Red" },
    { questionId: "proof", files: [{}] },
  ]);
  const note = "This question is not asked any more, so this will not be sent.";
  expect(checked.unasked[0]?.note).toBe(note);
  const sent = await browser.post(check, place("check"), []);
  expect(sent.location).toMatch(/sent|equality/);
  const { definition_id: answeredOn } = await context.db
    .selectFrom("responses")
    .select("definition_id")
    .executeTakeFirstOrThrow();
  const newest = await context.db
    .selectFrom("calls")
    .select("current_definition_id")
    .where("id", "=", call.id)
    .executeTakeFirstOrThrow();
  expect(answeredOn).toBe(newest.current_definition_id);
});

test("a page that was open before is kept whole when it is sent after", async () => {
  const { browser, place, goOn, press, lines } = await givenBegun();
  const marks = await openTab(browser, place("who"));
  const gone = await openTab(browser, place("proof"));
  await publish(after, ["safety"]);
  await goOn();
  const typed: Fields = [
    ["role", "Uncle"],
    ["nickname", "Blue"],
  ];
  expect((await press("who", [...marks, ...typed])).status).toBe(303);
  expect((await press("proof", gone)).status).toBe(303);
  const checked = await lines();
  expect(checked.answers[0]).toMatchObject({ line: "Uncle" });
  expect(checked.unasked[0]).toMatchObject({ line: "Blue" });
  // The page as it is now says nothing of what went, and takes nothing away.
  const anew = await openTab(browser, place("who"));
  await press("who", [...anew, ["role", "Aunt"]]);
  expect((await lines()).unasked[0]).toMatchObject({ line: "Blue" });
});

test("who presses Continue on an old page is kept on it first, and then told", async () => {
  const { browser, place, told, press, draftNow } = await givenBegun();
  const marks = await openTab(browser, place("who"));
  await publish(after, ["safety"]);
  const pressed = await press("who", [
    ...marks,
    ...([
      ["role", "Aunt"],
      ["nickname", "Blue"],
    ] as Fields),
  ]);
  expect(pressed.location).toMatch("/respond/advice/proof");
  expect((await draftNow())?.answers).toMatchObject({ nickname: "Blue" });
  expect(
    (await browser.get(questionPage.loader, place("proof"))).location,
  ).toBe(told);
});

test("an answer to a question that has changed is kept and shown again", async () => {
  const { goOn, lines } = await givenBegun();
  const [who, safety, story] = after.pages;
  const changed = {
    ...who!,
    questions: [{ ...who!.questions[0]!, required: true }],
  };
  await publish({ ...after, pages: [changed, safety!, story!] }, ["role"]);
  expect((await goOn()).location).toBe("/respond/advice/who?from=check");
  expect((await lines()).answers[0]).toMatchObject({ line: "Aunt" });
});

const withItems = {
  ...{ role: "Aunt", story: "Long." },
  ...{ services: { items: [{ id: "12" }, { id: "3" }] } },
  ...{ how_12: "Badly", cost_12: "A lot", how_3: "Well" },
};
const withServices = (...members: string[]) =>
  formOf([
    ["who", [text("role")]],
    ["services", [services(...members)]],
    ["story", [text("story", true)]],
  ]);

test("a question of a group is asked again for each item, and what one that went was answered is kept", async () => {
  await publish(withServices("how", "cost"));
  call = await findCall(context.db, call.id);
  const { browser, place, told, press, goOn, lines, draftNow } =
    await givenBegun(withItems);
  const marks = await openTab(browser, place("services_12"));
  await publish(withServices("how", "when"), ["how"]);
  expect((await browser.get(check.loader, place("check"))).location).toBe(told);
  const page = await browser.get(askedAgain.loader, place("asked-again"));
  expect(page.data).toMatchObject({
    questions: ["Service 1: About how?", "Service 2: About how?"],
  });
  expect((await goOn()).location).toBe("/respond/advice/services_12");
  // A tab from before still has the question that went.
  const typed: Fields = [
    ["how_12", "Worse"],
    ["cost_12", "Too much"],
  ];
  expect((await press("services_12", [...marks, ...typed])).status).toBe(303);
  const { answers: shown, unasked } = await lines();
  expect(shown).toMatchObject([
    { questionId: "role" },
    { questionId: "services", line: "Service 1\nService 2" },
    { questionId: "how_12", line: "Worse" },
    { questionId: "when_12" },
    { questionId: "how_3", line: "Well" },
    { questionId: "when_3" },
    { questionId: "story" },
  ]);
  const label = "Service 1: About cost?";
  expect(unasked).toMatchObject([{ label, line: "Too much" }]);
  const { item, ...params } = { ...place("services").params, item: "12" };
  const path = place("services/item/12/remove").path;
  await browser.post(removal, { path, params: { ...params, item } }, []);
  expect((await draftNow())?.answers).toEqual({
    ...{ role: "Aunt", story: "Long.", how_3: "Well" },
    services: { items: [{ id: "3" }] },
  });
  expect((await lines()).unasked).toEqual([]);
});

test("whoever has no item of a group is asked its question again only where the group is new to them", async () => {
  const { browser, place, told } = await givenBegun();
  await publish(withServices("how"));
  call = await findCall(context.db, call.id);
  const later = await givenBegun({ role: "Aunt", story: "Long." });
  await publish(withServices("how", "when"), ["when"]);
  expect((await browser.get(check.loader, place("check"))).location).toBe(told);
  const shown = await later.browser.get(check.loader, later.place("check"));
  expect(shown.status).toBe(200);
});

test("in a task list it leads to what is asked again, in whichever section that stands", async () => {
  const inSections = (definition: CallDefinition): CallDefinition => ({
    ...{ ...definition, navigation: "task-list" },
    sections: [
      { id: "you", title: { en: "You" } },
      { id: "more", title: { en: "More" } },
    ],
    pages: definition.pages.map((page) => ({
      ...{ ...page, section: page.id === "who" ? "you" : "more" },
    })),
  });
  await publish(inSections(withServices("how")));
  call = await findCall(context.db, call.id);
  const { goOn } = await givenBegun({ role: "Aunt" });
  const asking = withServices("how");
  const [who, list] = asking.pages;
  const pages = [who!, list!, ...after.pages.slice(1)];
  await publish(inSections({ ...asking, pages }), ["safety"]);
  expect((await goOn()).location).toBe("/respond/advice/safety");
});
