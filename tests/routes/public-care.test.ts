import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import {
  givenCall,
  givenDraft,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";

let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
  await givenResponse(context.db, { call, receivedAt: now });
});

const checkPage = addressOf("advice", "check");

/** The flag of each response, the earlier one's first. */
async function flags() {
  const rows = await context.db
    .selectFrom("responses")
    .select("safeguarding_flag")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.safeguarding_flag);
}

test("where being seen may do harm, the title of each page tells how far one is and nothing of the call", async () => {
  const { browser } = await givenRespondent(context, call, someAdvice);
  const titleOf = async (path: string) => {
    const { data } = await browser.get(
      questionPage.loader,
      addressOf("advice", path),
    );
    return (data as { title: string }).title;
  };
  expect(await titleOf("what-first")).toBe(
    `Question 2 of 7 – ${context.env.reviewName}`,
  );
  const { care: _none, ...plain } = callForAdvice;
  const other = await givenCall(context.db, {
    slug: "plain",
    definition: plain,
  });
  const { holderKey } = await givenDraft(context.db, { call: other, now });
  const { data } = await openBrowser(context, `heard-draft=${holderKey}`).get(
    questionPage.loader,
    addressOf("plain", "what-first"),
  );
  expect(data).toMatchObject({
    title: expect.stringMatching(/^What should the review look at first/),
    care: undefined,
  });
});

test("who can help stands where people write, before they send and after", async () => {
  const { browser } = await givenRespondent(context, call, someAdvice);
  const care = {
    danger: "If someone is in danger now, phone 999.",
    helpLines: expect.arrayContaining([
      expect.objectContaining({ phone: "116 123" }),
    ]),
    exitTo: "https://www.bbc.co.uk/weather",
  };
  const story = await browser.get(
    questionPage.loader,
    addressOf("advice", "what-first"),
  );
  expect(story.data).toMatchObject({ care, isStory: true });
  const choice = await browser.get(
    questionPage.loader,
    addressOf("advice", "about-you"),
  );
  expect(choice.data).toMatchObject({ care, isStory: false });
  const checked = await browser.get(check.loader, checkPage);
  expect(checked.data).toMatchObject({ care });
  await browser.post(check, checkPage, []);
  const receipt = await browser.get(sent.loader, addressOf("advice", "sent"));
  expect(receipt.data).toMatchObject({ care });
});

test("whoever is worried about somebody raises the flag on their own answer, and on no other", async () => {
  const { browser } = await givenRespondent(context, call, someAdvice);
  await browser.post(check, checkPage, [["at-risk", "yes"]]);
  expect(await flags()).toEqual([0, 1]);
  const raised = await context.db
    .selectFrom("events")
    .select(["actor_kind", "subject_id"])
    .where("type", "=", "response.safeguarding-raised")
    .execute();
  expect(raised).toEqual([{ actor_kind: "respondent", subject_id: 2 }]);
});

test("nobody is flagged who did not say so", async () => {
  const { browser } = await givenRespondent(context, call, someAdvice);
  await browser.post(check, checkPage, [["at-risk", "no"]]);
  expect(await flags()).toEqual([0, 0]);
});

test("the worry is still told where something has to be answered first", async () => {
  const { browser } = await givenRespondent(context, call, {});
  const refused = await browser.post(check, checkPage, [["at-risk", "yes"]]);
  expect(refused.status).toBe(400);
  expect(refused.data).toEqual({ isAtRisk: true });
  expect(await flags()).toEqual([0]);
});
