import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { loader as callPage } from "#app/routes/_public.calls.$call.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { loader as answers } from "#app/routes/_public.respond.$call.answers.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { loader as copy } from "#app/routes/_public.respond.$call.draft.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { addressWith } from "#tests/asking/question-page.ts";
import { addressOf, type Fields } from "#tests/asking/browser.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";

let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

const at = addressWith;
const words = (text: string): Fields => [["what-first", text]];

describe("each sent answer keeps its receipt", () => {
  async function givenTwoReceipts() {
    const first = await givenRespondent(context, call);
    const { browser, holderKey } = first;
    await browser.post(check, at(first.draft.publicId, "check"), []);
    const second = await givenDraft(context.db, { call, holderKey, now });
    await browser.post(check, at(second.draft.publicId, "check"), []);
    return { browser, ids: [first.draft.publicId, second.draft.publicId] };
  }

  test("at an address of its own, also where a later one was sent or cleared", async () => {
    const { browser, ids } = await givenTwoReceipts();
    const [one, two] = ids;
    for (const id of ids)
      expect(
        (await browser.get(sent.loader, at(id, "sent"))).data,
      ).toMatchObject({ receipt: { draftMark: id } });
    const listed = await browser.get(answers, addressOf("advice", "answers"));
    expect(listed.data).toMatchObject({
      receipts: [{ id: two }, { id: one }],
    });
    await browser.post(sent, at(two, "sent"), []);
    const cleared = await browser.get(sent.loader, at(two, "sent"));
    expect(cleared.data).toMatchObject({ receipt: undefined });
    const kept = await browser.get(sent.loader, at(one, "sent"));
    expect(kept.data).toMatchObject({ receipt: { draftMark: one } });
    expect(browser.cookie).not.toBe("");
    await browser.post(sent, at(one, "sent"), []);
    expect(browser.cookie).toBe("");
  });

  test("and a page of a draft that was sent leads to it", async () => {
    const { browser, ids } = await givenTwoReceipts();
    const [one] = ids;
    for (const [loader, place] of [
      [questionPage.loader, "what-first"],
      [check.loader, "check"],
      [copy, "draft"],
    ] as const)
      expect(await browser.get(loader, at(one, place))).toMatchObject({
        location: "/respond/advice/sent",
        draft: one,
      });
    const typed = await browser.post(
      questionPage,
      at(one, "what-first"),
      words("Late"),
    );
    expect(typed).toMatchObject({
      status: 409,
      data: { answers: { "what-first": "Late" } },
    });
  });
});

test("several drafts of a call are told apart, and its page starts another one", async () => {
  const { browser, holderKey } = await givenRespondent(context, call);
  const one = await browser.get(callPage, addressOf("advice"));
  expect(one.data).toMatchObject({ start: { way: { to: "/respond/advice" } } });
  await givenDraft(context.db, { call, holderKey, now });
  const two = await browser.get(callPage, addressOf("advice"));
  const begun = (at: string) =>
    `begun at ${at} on Sunday 22 November 2026, UK time.`;
  const line = (words: string) => expect.arrayContaining([words]) as string[];
  expect(two.data).toMatchObject({
    start: { way: { to: "/respond/advice?draft=new" } },
    held: {
      drafts: [
        { lines: line(`1 of 2, ${begun("8:59am")}`) },
        { lines: line(`2 of 2, ${begun("9am")}`) },
      ],
    },
  });
});
