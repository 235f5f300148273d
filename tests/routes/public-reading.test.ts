import { beforeEach, expect, test } from "vitest";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as home from "#app/routes/_public._index.tsx";
import * as callPage from "#app/routes/_public.calls.$call.tsx";
import * as begin from "#app/routes/_public.respond.$call._index.tsx";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as copy from "#app/routes/_public.respond.$call.copy.tsx";
import * as deletion from "#app/routes/_public.respond.$call.delete.tsx";
import * as draftCopy from "#app/routes/_public.respond.$call.draft.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";

const now = new Date("2026-11-22T09:00:00Z");
let context: RequestContext;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
});

const cookieOf = (holderKey: string) => `heard-draft=${holderKey}`;

test("a call in preparation is at none of its addresses", async () => {
  const call = await givenCall(context.db, { slug: "planned", state: "draft" });
  const { holderKey } = await givenDraft(context.db, { call, now });
  const browser = openBrowser(context, cookieOf(holderKey));
  const first = addressOf("planned", "about-you");
  for (const { loader } of [
    callPage,
    begin,
    questionPage,
    check,
    copy,
    deletion,
    draftCopy,
    sent,
  ])
    expect((await browser.get(loader, first)).status).toBe(404);
  for (const { action } of [questionPage, check, deletion, sent]) {
    const route = { action, loader: () => null };
    expect((await browser.post(route, first, [])).status).toBe(404);
  }
  const { data } = await browser.get(home.loader, { path: "/", params: {} });
  expect(JSON.stringify(data)).not.toContain("planned");
});

test("an address without a call, and a page its form does not have, are 404", async () => {
  await givenCall(context.db, { slug: "advice" });
  const browser = openBrowser(context);
  for (const address of [
    addressOf("nothing", "about-you"),
    addressOf("advice", "no-such-page"),
    addressOf("advice", "__proto__"),
  ])
    expect((await browser.get(questionPage.loader, address)).status).toBe(404);
});

test("the first page parts what is open from what will be and what was", async () => {
  const { db } = context;
  await givenCall(db, { slug: "open" });
  await givenCall(db, { slug: "later", opensAt: "2026-12-01T09:00:00.000Z" });
  await givenCall(db, {
    slug: "over",
    state: "closing-announced",
    closesAt: "2026-11-22T09:00:00.000Z",
  });
  const browser = openBrowser(context);
  const { data } = await browser.get(home.loader, { path: "/", params: {} });
  expect(data).toMatchObject({
    open: [{ slug: "open", opening: { kind: "open" } }],
    upcoming: [{ slug: "later" }],
    closed: [
      {
        slug: "over",
        opening: {
          kind: "closed-at",
          at: "2026-11-22T09:00:00.000Z",
        },
      },
    ],
    held: { drafts: [], receipts: [] },
  });
});

test("the first page leads back to this browser's drafts and to nobody else's", async () => {
  const call = await givenCall(context.db, { slug: "advice" });
  const { holderKey, draft } = await givenDraft(context.db, { call, now });
  const homePage = { path: "/", params: {} };
  const own = await openBrowser(context, cookieOf(holderKey)).get(
    home.loader,
    homePage,
  );
  expect(own.data).toMatchObject({
    held: {
      drafts: [
        {
          id: draft.publicId,
          title: "Call for Advice",
          lines: [
            "Last saved at 9am on Sunday 22 November 2026, UK time.",
            expect.stringContaining("22 December 2026") as string,
          ],
          links: [
            { to: `/respond/advice?draft=${draft.publicId}` },
            { to: `/respond/advice/delete?draft=${draft.publicId}` },
          ],
        },
      ],
      receipts: [],
    },
  });
  for (const cookie of ["", cookieOf("B".repeat(43)), "heard-draft=%00;x"]) {
    const other = await openBrowser(context, cookie).get(home.loader, homePage);
    expect(other.data).toMatchObject({ held: { drafts: [] } });
  }
});

test("limits are told before a person starts: the lower of the call's and the server's", async () => {
  await givenCall(context.db, { slug: "advice" });
  const answer = await openBrowser(context).get(
    callPage.loader,
    addressOf("advice"),
  );
  expect(answer.data).toMatchObject({
    limits: { maxFiles: 10, maxFileBytes: 50_000_000 },
  });
  context.env.maxAttachmentBytes = 5_000_000;
  const lower = await openBrowser(context).get(
    callPage.loader,
    addressOf("advice"),
  );
  expect(lower.data).toMatchObject({ limits: { maxFileBytes: 5_000_000 } });
});

test("the cookie is __Host- and Secure behind https, and never readable by a script", async () => {
  await givenCall(context.db, { slug: "advice" });
  const firstPage = addressOf("advice", "about-you");
  const plain = await openBrowser(context).get(questionPage.loader, firstPage);
  expect(plain.headers.get("Set-Cookie")).toMatch(
    /^heard-draft=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
  );
  context.env.publicBaseUrl = new URL("https://review.example");
  const secure = await openBrowser(context).get(questionPage.loader, firstPage);
  expect(secure.headers.get("Set-Cookie")).toMatch(
    /^__Host-heard-draft=[\w-]{43}; .*HttpOnly; SameSite=Lax; Secure$/,
  );
});
