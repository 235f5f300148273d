import { expect, test } from "vitest";
import {
  addDefinitionVersion,
  findCall,
} from "#app/domain/calls/calls.server.ts";
import {
  type CallDefinition,
  checkDefinition,
} from "#app/domain/calls/definition.ts";
import { loader as callPage } from "#app/routes/_public.respond.$call._index.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { loader as ledger } from "#app/routes/review.ledger.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as edit } from "#app/routes/review.calls_.$call_.edit.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { ask } from "#tests/asking/routes.ts";
import { addressWith, openTab } from "#tests/asking/question-page.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";
import { signInAs } from "#tests/given/sessions.ts";

const id = "constructor";

/** Ids that are refused today, as a call may have been stored with them before they were. */
const before = {
  ...{ ...callForAdvice, conditions: [], sections: [] },
  pages: [
    {
      id: "check",
      questions: [{ id: "other", type: "short-text", label: { en: "Other?" } }],
    },
    { id, questions: [{ id, type: "short-text", label: { en: "Built by?" } }] },
    {
      id: "which",
      questions: [{ id: "which", type: "short-text", label: { en: "Which?" } }],
    },
  ],
  equality: {
    why: { en: "To see who answers." },
    questions: [
      {
        ...{ id, label: { en: "Which are you?" } },
        choices: [
          { value: "one", label: { en: "One" } },
          { value: "prefer-not-to-say", label: { en: "Prefer not to say" } },
        ],
      },
    ],
  },
};

async function givenStored() {
  const given = await givenCallToAnswer();
  const { db } = given.context;
  const { id: definitionId } = await db
    .insertInto("call_definitions")
    .values({
      ...{ call_id: given.call.id, version: 2, asks_again: null },
      ...{ definition: JSON.stringify(before), created_at: now.toISOString() },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("calls")
    .set({ current_definition_id: definitionId })
    .where("id", "=", given.call.id)
    .execute();
  return { ...given, call: await findCall(db, given.call.id) };
}

test("no definition is taken in with the name of what every object has", async () => {
  const { context, call } = await givenCallToAnswer();
  const { equality } = before;
  for (const taken of [
    { ...callForAdvice, pages: before.pages.slice(1, 2) },
    { ...callForAdvice, equality },
  ]) {
    expect(checkDefinition(taken)).toMatchObject({ ok: false });
    const definition = taken as CallDefinition;
    const version = { callId: call.id, definition, now };
    await expect(
      addDefinitionVersion(context.db, {
        ...{ ...version, actor: { kind: "system" } },
      }),
    ).rejects.toThrow("reserved");
  }
});

test("a call that was stored with it is read by the team and answered by the public", async () => {
  const { context, call } = await givenStored();
  await givenResponse(context.db, { call, answers: { which: "This." } });
  const { cookie } = await signInAs(context, "lead");
  for (const [loader, path] of [
    [queue, "/review/queue"],
    [ledger, "/review/ledger"],
  ] as const)
    expect((await ask(loader, { context, cookie, path })).status).toBe(200);
  const params = { call: "advice" };
  const path = "/review/calls/advice/edit";
  const editor = await ask(edit, { context, cookie, path, params });
  expect(editor.status).toBe(200);
  const begun = await givenRespondent(context, call, { which: "That." });
  const { browser, draft } = begun;
  const at = (pageId: string) => addressWith(draft.publicId, pageId);
  const first = { path: "/respond/advice", params };
  expect((await browser.get(callPage, first)).status).toBeLessThan(400);
  const shown = await browser.get(questionPage.loader, at(id));
  expect(shown.data).toMatchObject({
    answers: { [id]: undefined },
    version: 0,
  });
  const checked = await browser.get(check.loader, at("check"));
  expect(checked.data).toMatchObject({
    answers: [
      { questionId: "other" },
      { questionId: id, line: undefined },
      { questionId: "which", line: "That." },
    ],
  });
  const marks = await openTab(browser, at(id));
  await browser.post(questionPage, at(id), [
    ...marks,
    [id, "Them"],
    ["intent", "continue"],
  ]);
  const sent = await browser.post(check, at("check"), []);
  expect(sent.location).toMatch(/sent|equality/);
  const kept = await context.db
    .selectFrom("answers")
    .select("value")
    .where("question_id", "=", id)
    .execute();
  expect(kept).toEqual([{ value: JSON.stringify("Them") }]);
});
