import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as equality from "#app/routes/_public.respond.$call.equality.tsx";
import { loader as questions } from "#app/routes/_public.respond.$call.equality_.questions.tsx";
import { action as totals } from "#app/routes/review.equality.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { equalityQuestions } from "#app/screens/review/starting-points/equality-questions.ts";
import { describeQuestionList } from "#app/screens/public/question-list.ts";
import { addressOf, type Fields } from "#tests/asking/browser.ts";
import { ask } from "#tests/asking/routes.ts";
import { signInAs } from "#tests/given/sessions.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";

const definition = { ...callForAdvice, equality: equalityQuestions };
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer({ definition }));
});

const named = (place: string, publicId: string) => {
  const { path, params } = addressOf("advice", place);
  return { path: `${path}?draft=${publicId}`, params };
};

const countsAbove0 = () =>
  context.db
    .selectFrom("equality_counts")
    .select(["question_id", "value", "count"])
    .where("count", ">", 0)
    .execute();

/** Somebody who has sent this moment, after somebody else in the same browser's call. */
async function givenSender(fields: Fields = []) {
  const { browser, draft } = await givenRespondent(context, call);
  const place = named("check", draft.publicId);
  const sent = await browser.post(check, place, fields);
  return { browser, draft, sent };
}

test("who sends is led to the equality questions, and from them to the receipt, once", async () => {
  const { browser, draft, sent } = await givenSender();
  expect(sent.location).toBe("/respond/advice/equality");
  expect(sent.draft).toBe(draft.publicId);
  const place = named("equality", draft.publicId);
  const { data } = await browser.get(equality.loader, place);
  expect(data).toMatchObject({ why: equalityQuestions.why.en });
  const asked = await browser.get(questions, place);
  expect(asked.data).toMatchObject({
    questions: expect.arrayContaining([
      expect.objectContaining({ name: "about-ethnic-group" }),
    ]) as unknown,
  });
  const posted = await browser.post(equality, place, [
    ["about-age", "16-to-24"],
    ["about-looked-after", "foster-care"],
    ["about-looked-after", "kinship-care"],
  ]);
  expect(posted.location).toBe("/respond/advice/sent");
  expect(await countsAbove0()).toEqual([
    { question_id: "age", value: "16-to-24", count: 1 },
    { question_id: "looked-after", value: "foster-care", count: 1 },
    { question_id: "looked-after", value: "kinship-care", count: 1 },
  ]);
  for (const loader of [equality.loader, questions]) {
    const again = await browser.get(loader, place);
    expect(again.location).toBe("/respond/advice/sent");
  }
  await browser.post(equality, place, [["about-age", "under-16"]]);
  expect(await countsAbove0()).toHaveLength(3);
});

test("skipping is one press, and whoever did not send from this browser is not asked", async () => {
  const { browser, draft } = await givenSender();
  const place = named("equality", draft.publicId);
  const stranger = await givenRespondent(context, call);
  const theirs = await stranger.browser.post(equality, place, [
    ["about-age", "16-to-24"],
  ]);
  expect(theirs.location).toBe("/respond/advice/sent");
  const skipped = await browser.post(equality, place, []);
  expect(skipped.location).toBe("/respond/advice/sent");
  expect(await countsAbove0()).toEqual([]);
  const again = await browser.get(equality.loader, place);
  expect(again.location).toBe("/respond/advice/sent");
});

test("a call that asks none leads from the check to the receipt", async () => {
  const { context: plain, call: without } = await givenCallToAnswer();
  const { browser } = await givenRespondent(plain, without);
  const sent = await browser.post(check, addressOf("advice", "check"), []);
  expect(sent.location).toBe("/respond/advice/sent");
});

test("the list of all questions has them, the second step under its choice", () => {
  const list = describeQuestionList({ definition }, "en");
  const hints = list.equality?.questions.map(({ hint }) => hint);
  expect(hints).toContain("If you chose “White”");
  expect(list.equality?.questions).toHaveLength(
    equalityQuestions.questions.length,
  );
});

test("staff see no totals of a call that is open or unknown", async () => {
  const { cookie } = await signInAs(context, "lead");
  for (const slug of ["advice", "nowhere"]) {
    const form = { call: slug };
    const asked = { context, cookie, form, path: "/review/equality" };
    expect((await ask(totals, asked)).status).toBe(404);
  }
});

test("what is chosen beside a response that is held back is counted, and whoever reads the totals is told of it", async () => {
  const choose = async (age: string, fields?: Fields) => {
    const { browser, draft } = await givenSender(fields);
    const place = named("equality", draft.publicId);
    await browser.post(equality, place, [["about-age", age]]);
  };
  await choose("16-to-24");
  const { cookie } = await signInAs(context, "lead");
  const read = async () => {
    await context.db
      .updateTable("calls")
      .set({ state: "closed" })
      .where("id", "=", call.id)
      .execute();
    const form = { call: call.slug };
    const asked = { context, cookie, form, path: "/review/equality" };
    const { data } = await ask(totals, asked);
    await context.db.updateTable("calls").set({ state: "open" }).execute();
    return data?.heldBack;
  };
  expect(await read()).toBe(undefined);
  await choose("under-16", [["further-remark", "https://pills.example"]]);
  expect(await countsAbove0()).toEqual([
    { question_id: "age", value: "under-16", count: 1 },
    { question_id: "age", value: "16-to-24", count: 1 },
  ]);
  expect(await read()).toContain("1 response to this call is held back");
});
