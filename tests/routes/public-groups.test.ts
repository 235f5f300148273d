import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  findByReceipt,
  readOwnResponse,
} from "#app/domain/responses/own-responses.server.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as change from "#app/routes/_public.receipt.change/route.tsx";
import * as own from "#app/routes/_public.receipt.response.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { action as typing } from "#app/routes/_public.respond.$call.$page_.typed.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { addressOf, type Fields } from "#tests/asking/browser.ts";
import { openTab } from "#tests/asking/question-page.ts";
import { formWithGroup } from "#tests/given/forms-with-groups.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenGroupAnswers, listPage } from "#tests/given/group-answers.ts";
import { openOwn, ownAt } from "#tests/given/own-response.ts";
import { givenCallToAnswer, now } from "#tests/given/respondents.ts";

let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer({ definition: formWithGroup }));
});

const givenPerson = () => givenGroupAnswers(context, call);

test("items are added one by one, each on a page of its own that leads back to the list, up to the most", async () => {
  const { group, add, send } = await givenPerson();
  expect(await group()).toMatchObject({
    cards: [],
    add: { label: "Add: placement" },
  });
  const { sent } = await add("Foster care");
  expect(sent.location).toBe("/respond/advice/placements");
  await add("With my aunt");
  expect((await group()).cards).toMatchObject([
    { title: "Placement 1", lines: ["Foster care"], notes: [] },
    { title: "Placement 2", lines: ["With my aunt"], notes: [] },
  ]);
  const third = await add("A children’s home");
  expect(third.sent.location).toBe("/respond/advice/placements");
  expect(await group()).toMatchObject({
    add: undefined,
    full: expect.stringContaining("3") as string,
  });
  const on = await send(listPage, [["intent", "continue"]]);
  expect(on.location).toBe("/respond/advice/after");
});

test("opening the page of a new item adds nothing, and what is typed there is kept while it is typed", async () => {
  const { browser, group, draftNow } = await givenPerson();
  const path = (await group()).add?.to ?? "";
  const id = path.split(/[_?]/)[1] ?? "";
  const at = addressOf("advice", `placements_${id}`);
  const tab = await openTab(browser, at);
  expect((await group()).cards).toEqual([]);
  const typed: Fields = [...tab, [`how_${id}`, "It was"]];
  await browser.post(
    { action: typing, loader: questionPage.loader },
    at,
    typed,
  );
  expect((await draftNow())?.answers[`how_${id}`]).toBe("It was");
  expect((await group()).cards).toMatchObject([
    {
      lines: ["It was"],
      notes: ["Enter what kind of place it was: What kind of place was it?"],
    },
  ]);
});

test("too few are told on the list, and what is missing of an item says of which", async () => {
  const { browser, add, send } = await givenPerson();
  await add("Foster care");
  const few = await send(listPage, [["intent", "continue"]]);
  expect(few).toMatchObject({
    status: 400,
    data: { errors: { placements: ["Add at least 2"] } },
  });
  const empty = await add("");
  expect(empty.sent).toMatchObject({ status: 400 });
  const { data } = await browser.get(
    check.loader,
    addressOf("advice", "check"),
  );
  expect(data).toMatchObject({
    problems: [
      {
        message:
          "Enter what kind of place it was: Placement 2: What kind of place was it?",
      },
    ],
    answers: [
      { label: "About before" },
      { label: "Where have you lived?", line: "Placement 1\nPlacement 2" },
      { label: "Placement 1: What kind of place was it?", line: "Foster care" },
      { label: "Placement 1: How was it?" },
      {
        label: "Placement 2: What kind of place was it?",
        missing: expect.any(String) as string,
      },
      { label: "Placement 2: How was it?" },
      { label: "About after" },
    ],
  });
});

test("removing asks first, deletes what was answered about that one, and moves the others up", async () => {
  const { browser, group, add, remove, draftNow, send } = await givenPerson();
  const first = await add("Foster care");
  const second = await add("With my aunt");
  const tab = await openTab(browser, first.at);
  const question = await remove(first.id).ask();
  expect(question.data).toMatchObject({
    words: { heading: "Do you want to remove Placement 1?" },
  });
  expect((await group()).cards).toHaveLength(2);
  for (const press of [1, 2]) {
    const pressed = await remove(first.id).press();
    expect([press, pressed.location]).toEqual([
      press,
      "/respond/advice/placements",
    ]);
  }
  expect((await remove(first.id).ask()).location).toBe(
    "/respond/advice/placements",
  );
  expect((await group()).cards).toMatchObject([
    { title: "Placement 1", lines: ["With my aunt"] },
  ]);
  const held = (await draftNow())?.answers ?? {};
  expect(Object.keys(held).toSorted()).toEqual([
    "before",
    `kind_${second.id}`,
    "placements",
  ]);
  // What stands open in another tab is not lost: sent, it is in the list again.
  await browser.post(questionPage, first.at, [
    ...tab,
    [`kind_${first.id}`, "Foster care, 2019"],
    ["intent", "continue"],
  ]);
  expect((await group()).cards).toMatchObject([
    { lines: ["With my aunt"] },
    { lines: ["Foster care, 2019"] },
  ]);
  expect((await send(listPage, [["intent", "continue"]])).status).toBe(303);
});

test("what is sent has each item, for its sender, for the team, and in what is searched", async () => {
  const { browser, draft, holderKey, add, remove } = await givenPerson();
  const gone = await add("A hotel");
  await add("Foster care");
  await add("With my aunt");
  await remove(gone.id).press();
  const at = addressOf("advice", "check");
  expect((await browser.post(check, at, [])).location).toBe(
    "/respond/advice/sent",
  );
  const of = { callId: call.id, holderKey, now, publicId: draft.publicId };
  const sent = await findSentResponse(context.db, {
    ...of,
    secret: context.env.secret,
  });
  const lines = (
    answers: { label: string; line?: string | undefined }[] = [],
  ) =>
    answers.flatMap(({ label, line }) =>
      line === undefined ? [] : [[label, line]],
    );
  const kinds = [
    ["Placement 1: What kind of place was it?", "Foster care"],
    ["Placement 2: What kind of place was it?", "With my aunt"],
  ];
  expect(lines(sent?.answers)).toEqual([
    ["About before", "Hello."],
    ["Where have you lived?", "Placement 1\nPlacement 2"],
    ...kinds,
  ]);
  const own = await findByReceipt(context.db, {
    ...{ reference: sent?.reference ?? "", code: sent?.receiptCode ?? "" },
    secret: context.env.secret,
  });
  const held = await readOwnResponse(context.db, own?.responseId ?? 0);
  expect(lines(held?.answers).slice(2)).toEqual(kinds);
  const viewer = await givenColleague(context.db);
  const seen = { reference: sent?.reference ?? "", viewer, now };
  const read = await findResponseForReview(context.db, seen);
  expect(
    read?.answers.map(({ label, text }) => [label, text]).slice(2),
  ).toEqual(kinds);
});

test("a page that is no item's is not there", async () => {
  const { browser } = await givenPerson();
  for (const id of [
    "placements_0",
    "placements_1000",
    "before_1",
    "placements_x",
  ]) {
    const { status } = await browser.get(
      questionPage.loader,
      addressOf("advice", id),
    );
    expect([id, status]).toEqual([id, 404]);
  }
});

test("what was sent of one item is changed as any answer is, and the others stay", async () => {
  const answers = {
    placements: { items: [{ id: "7" }, { id: "2" }] },
    ...{ before: "B", kind_7: "Foster care", kind_2: "With my aunt" },
  };
  const given = { call, answers };
  await givenResponse(context.db, given);
  const { responseId, reference } = await givenResponse(context.db, given);
  const sender = openOwn(context, responseId);
  const shown = async () => {
    const { data } = await sender.get(own.loader, ownAt("response"));
    const { answers } = data as {
      answers: { label: string; line?: string; changeTo?: string }[];
    };
    return answers.filter(({ line }) => line !== undefined);
  };
  expect(await shown()).toMatchObject([
    { line: "B" },
    { changeTo: "/receipt/items?answer=placements" },
    { line: "Foster care", changeTo: "/receipt/change?answer=kind_7" },
    { line: "With my aunt", changeTo: "/receipt/change?answer=kind_2" },
  ]);
  const typed = (text: string): Fields => [
    ["kind_2", text],
    ["version", "1"],
    ["reference", reference],
  ];
  const at = ownAt("change?answer=kind_2");
  expect((await sender.post(change, at, typed(""))).status).toBe(400);
  await sender.post(change, at, typed("With my gran"));
  expect((await shown()).slice(2)).toMatchObject([
    { line: "Foster care" },
    { label: "Placement 2: What kind of place was it?", line: "With my gran" },
  ]);
});
