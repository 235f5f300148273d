import { beforeEach, expect, test } from "vitest";
import { tellOutcome } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as home from "#app/routes/_public._index.tsx";
import * as callPage from "#app/routes/_public.calls.$call.tsx";
import * as questions from "#app/routes/_public.calls.$call_.questions.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");
let context: RequestContext;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  await givenCall(db, { slug: "earlier", definition: callForAdvice });
});

const front = { path: "/", params: {} };

test("a call's page begins with until when, how long, how personal, and the way in", async () => {
  await givenCall(context.db, {
    slug: "advice",
    state: "closing-announced",
    closesAt: "2026-11-25T17:00:00.000Z",
  });
  const browser = openBrowser(context);
  const { data } = await browser.get(callPage.loader, addressOf("advice"));
  expect(data).toMatchObject({
    start: {
      heading: "Answer this call",
      state: "You can answer until 5pm on Wednesday 25 November 2026, UK time.",
      timeLeft: "3 days left",
      facts: [
        "For anyone",
        "About 15 minutes",
        "7 questions. 3 of them need an answer",
        "You do not have to say who you are",
      ],
      way: { to: "/respond/advice", label: "Start now", isStart: true },
    },
  });
});

test.each([
  ["2026-11-22T09:00:01Z", "Less than a day left"],
  ["2026-11-23T09:00:00Z", "1 day left"],
  ["2026-11-29T08:59:59Z", "6 days left"],
  ["2026-11-29T09:00:00Z", undefined],
])("what is left until %s is told where it is little: %s", async (at, told) => {
  const closing = { state: "closing-announced", closesAt: at } as const;
  await givenCall(context.db, { slug: "advice", ...closing });
  const browser = openBrowser(context);
  const { data } = await browser.get(callPage.loader, addressOf("advice"));
  expect(data).toMatchObject({ start: { timeLeft: told } });
});

test("who has begun goes on from the same place, and may delete", async () => {
  const call = await givenCall(context.db, { slug: "advice" });
  const { holderKey } = await givenDraft(context.db, { call, now });
  const browser = openBrowser(context, `heard-draft=${holderKey}`);
  const { data } = await browser.get(callPage.loader, addressOf("advice"));
  expect(data).toMatchObject({
    start: { way: { label: "Continue your answers" } },
  });
  expect(JSON.stringify(data)).toContain("/delete");
});

test("what came of a closed call stands on its page, and the first page leads there", async () => {
  const { db } = context;
  const call = await givenCall(db, { slug: "over", state: "closed" });
  const browser = openBrowser(context);
  const before = await browser.get(home.loader, front);
  expect(before.data).toMatchObject({ closed: [{ outcome: undefined }] });
  const outcome = { en: "We heard three things." };
  const actor = { kind: "system" } as const;
  await tellOutcome(db, { callId: call.id, outcome, actor, now });
  const { data } = await browser.get(home.loader, front);
  expect(data).toMatchObject({
    closed: [{ slug: "over", outcome: outcome.en }],
  });
  const page = await browser.get(callPage.loader, addressOf("over"));
  expect(page.data).toMatchObject({
    overview: { outcome: outcome.en },
    start: { heading: undefined, way: undefined },
  });
  await tellOutcome(db, { callId: call.id, outcome: null, actor, now });
  const after = await browser.get(home.loader, front);
  expect(after.data).toMatchObject({ closed: [{ outcome: undefined }] });
});

test("a page that is passed on is told by our own address, whatever the request says", async () => {
  await givenCall(context.db, {
    slug: "advice",
    definition: { ...callForAdvice, summary: { en: "Advice. ".repeat(40) } },
  });
  const browser = openBrowser(context);
  const { data } = await browser.get(callPage.loader, addressOf("advice"));
  const { shared } = data as { shared: Record<string, string> };
  const base = context.env.publicBaseUrl.origin;
  expect(shared).toMatchObject({
    address: `${base}/calls/advice`,
    picture: `${base}/share.png`,
  });
  expect(shared.description).toMatch(/^Advice\. .* …$/);
  expect(shared.description?.length).toBeLessThan(165);
});

test("every question can be read and printed beforehand, with its choices and how much one may write", async () => {
  const browser = openBrowser(context);
  const { data } = await browser.get(questions.loader, addressOf("earlier"));
  const asked = callForAdvice.pages.flatMap((page) => page.questions);
  const { list } = data as {
    list: { pages: { questions: { id: string; lead?: string }[] }[] };
  };
  const listed = list.pages.flatMap((page) => page.questions);
  expect(listed.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
  expect(listed[0]).toMatchObject({
    lead: "You can choose one:",
    choices: expect.arrayContaining([
      expect.objectContaining({ label: "I am or have been in care" }),
    ]),
  });
  expect(listed[1]?.lead).toMatch(/^You can write up to [\d,]+ characters\.$/);
});
