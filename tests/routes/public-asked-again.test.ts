import { beforeEach, expect, test } from "vitest";
import { addDefinitionVersion } from "#app/domain/calls/calls.server.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { loader as form } from "#app/routes/_public.respond.$call._index.tsx";
import * as askedAgain from "#app/routes/_public.respond.$call.asked-again.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenDraftFile } from "#app/tasks/demo/factories.ts";
import { type Fields } from "#tests/asking/browser.ts";
import { addressWith as at, openTab } from "#tests/asking/question-page.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";

const text = (id: string, required = false) => ({
  ...{ id, type: "short-text", label: { en: `About ${id}?` }, required },
});

function formOf(pages: [id: string, questions: object[]][]): CallDefinition {
  return callDefinitionSchema.parse({
    ...{ ...callForAdvice, conditions: [], sections: [] },
    pages: pages.map(([id, questions]) => ({
      ...{ id, title: { en: id }, questions },
    })),
  });
}

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

/** Somebody who has answered everything, with a file, before the form was changed. */
async function givenBegun() {
  const given = await givenRespondent(context, call, answers);
  const { browser, draft } = given;
  await givenDraftFile(context.db, context.attachmentStore, {
    ...{ draftId: draft.id, questionId: "proof" },
  });
  const place = (id: string) => at(draft.publicId, id);
  const told = "/respond/advice/asked-again";
  const press = (id: string, fields: Fields) =>
    browser.post(questionPage, place(id), [...fields, ["intent", "continue"]]);
  const goOn = () =>
    browser.post(askedAgain, place("asked-again"), [["draft", draft.publicId]]);
  const lines = async () => {
    const { data } = await browser.get(check.loader, place("check"));
    return data as {
      answers: { questionId: string; line?: string }[];
      unasked: { questionId: string; line?: string; note: string }[];
      problems: unknown[];
    };
  };
  return { ...given, place, told, press, goOn, lines };
}

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
