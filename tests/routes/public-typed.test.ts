import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { deleteDraft } from "#app/domain/drafts/delete-drafts.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { action as keepTyped } from "#app/routes/_public.respond.$call.$page_.typed.ts";
import { someAdvice } from "#app/tasks/demo/factories.ts";
import { addressOf, type Fields, openBrowser } from "#tests/asking/browser.ts";
import { openTab } from "#tests/asking/question-page.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";

/* What a script saves while somebody types: docs/decisions/161. */

const page = addressOf("advice", "what-first");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

type Browser = ReturnType<typeof openBrowser>;

const typed = (tab: Fields, text: string): Fields => [
  ...tab,
  ["what-first", text],
];

const post = async (browser: Browser, fields: Fields, at = page) => {
  const request = new Request(`http://localhost:3000${at.path}/typed`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: browser.cookie ? { Cookie: browser.cookie } : {},
  });
  const { params } = at;
  const answer = await keepTyped({
    request,
    params,
    context: { ...context },
  });
  const kept = answer.headers.get("Set-Cookie");
  if (kept) browser.cookie = kept.split(";")[0] ?? "";
  return { status: answer.status, body: (await answer.json()) as unknown };
};

test("starts the draft, and is the base of the next save", async () => {
  const browser = openBrowser(context);
  const aboutYou = addressOf("advice", "about-you");
  const tab = await openTab(browser, aboutYou);
  const kind = (is: string): Fields => [["respondent-kind", is]];
  const first = await post(browser, [...tab, ...kind("parent")], aboutYou);
  const { draft } = first.body as { draft: string };
  expect(first).toEqual({
    status: 200,
    body: { draft, version: 1, savedAt: now.toISOString() },
  });
  const base = (version: string): Fields => [
    ["draft", draft],
    ["version", version],
  ];
  const next = [...base("1"), ...kind("foster-carer")];
  const second = await post(browser, next, aboutYou);
  expect(second.body).toMatchObject({ draft, version: 2 });
  const last = [...base("2"), ...kind("parent")];
  const sent = await browser.post(questionPage, aboutYou, last);
  expect(sent.location).toBe("/respond/advice/what-first");
});

test("is told what is saved instead, as the fields of the page", async () => {
  const { browser, draftNow } = await givenRespondent(context, call, {});
  const [first, stale] = [
    await openTab(browser, page),
    await openTab(browser, page),
  ];
  await browser.post(questionPage, page, typed(first, "An hour\nof writing"));
  expect(await post(browser, typed(stale, "Mine"))).toEqual({
    status: 409,
    body: {
      reason: "saved-elsewhere",
      draft: (await draftNow())?.publicId,
      version: 1,
      saved: [["what-first", "An hour\nof writing"]],
    },
  });
});

test("does not bring back what was deleted in another tab", async () => {
  const { browser, holderKey, draftNow } = await givenRespondent(
    context,
    call,
    {},
  );
  const tab = await openTab(browser, page);
  await deleteDraft(context.db, context.attachmentStore, {
    callId: call.id,
    holderKey,
    now,
  });
  expect(await post(browser, typed(tab, "Secret"))).toEqual({
    status: 409,
    body: { reason: "draft-gone" },
  });
  expect(await draftNow()).toBeUndefined();
});

test("is told where the answers have been sent", async () => {
  const { browser } = await givenRespondent(context, call, someAdvice);
  const tab = await openTab(browser, page);
  await browser.post(check, addressOf("advice", "check"), []);
  expect(await post(browser, typed(tab, "More"))).toEqual({
    status: 409,
    body: { reason: "already-sent" },
  });
});

test("is told where the browser keeps no cookie", async () => {
  const answer = await post(openBrowser(context), typed([], "x"));
  expect(answer).toEqual({ status: 400, body: { reason: "no-cookie" } });
});

test("takes an answer away whose field did not come, as with a box that was unticked", async () => {
  const { browser, draftNow } = await givenRespondent(context, call, {});
  const tab = await openTab(browser, page);
  const saved = await post(browser, typed(tab, "Mine"));
  const { version } = saved.body as { version: number };
  const [mark = ["draft", ""]] = tab;
  const base: Fields = [mark, ["version", String(version)]];
  expect((await post(browser, base)).body).toMatchObject({
    version: version + 1,
  });
  expect((await draftNow())?.answers).toEqual({});
});
