import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import { loader as callPage } from "#app/routes/_public.calls.$call.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { makeDemoCall } from "#app/tasks/demo/make-call.ts";
import {
  action,
  loader,
} from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { action as takeNext } from "#app/routes/review.queue_.take-next.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as layout } from "#app/routes/review.tsx";
import {
  givenCall,
  givenDraft,
  givenStaffMember,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";
import { ask, callRoute } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";

/** A context whose database tells how often it was asked; what begins and ends a transaction is not counted. */
async function givenCounting() {
  const opened = openTestDatabase();
  const count = { statements: 0 };
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      count.statements += 1;
      return result;
    },
  };
  const db = opened.db.withPlugin(counting);
  const context = await makeTestContext(db);
  const during = async (run: () => Promise<unknown>) => {
    await run();
    count.statements = 0;
    await run();
    return count.statements;
  };
  return { db, context, during };
}

test("a question page is shown and saved with few questions to the database, and none of them twice", async () => {
  const { db, context, during } = await givenCounting();
  await givenDraft(db);
  const { call, holderKey } = await givenDraft(db);
  const browser = openBrowser(context, `heard-draft=${holderKey}`);
  const address = addressOf(call.slug, "what-first");
  const shown = await during(() => browser.get(loader, address));
  expect(shown).toBe(4);
  const saved = await during(() =>
    browser.post({ action, loader }, address, [["what-first", "Listen."]]),
  );
  expect(saved).toBe(8);
});

test("the public page of a call made on the builder's screens asks the database no more than of one written at once", async () => {
  const { db, context, during } = await givenCounting();
  const seeded = await givenCall(db);
  const { staffId } = await givenStaffMember(db, { role: "admin" });
  const call = { slug: "call-for-advice" as const, definition: callForAdvice };
  const now = new Date();
  await makeDemoCall({ db, staff: { admin: { staffId } } }, call, now);
  await db
    .updateTable("calls")
    .set({ state: "open" })
    .where("slug", "=", call.slug)
    .execute();
  const browser = openBrowser(context);
  const view = (slug: string) =>
    during(() => browser.get(callPage, addressOf(slug)));
  expect(await view(call.slug)).toBe(await view(seeded.slug));
  expect(await view(seeded.slug)).toBe(2);
});

test("a draft is sent with few questions to the database", async () => {
  const { db, context, during } = await givenCounting();
  const call = await givenCall(db);
  await givenDraft(db, { call });
  const begun = new Date(Date.now() - 60_000);
  const one = { call, answers: someAdvice, now: begun };
  const drafts = [await givenDraft(db, one), await givenDraft(db, one)];
  const send = async () => {
    const browser = openBrowser(
      context,
      `heard-draft=${drafts.pop()?.holderKey}`,
    );
    const address = addressOf(call.slug, "check");
    const sent = await browser.post(check, address, []);
    expect(sent.location).toBe(`/respond/${call.slug}/sent`);
  };
  expect(await during(send)).toBe(15);
});

/** A reviewer at the queue: its page with what stands around it, and the next response taken and given back. */
async function givenReviewer(role: StaffRole = "reviewer") {
  const { db, context, during } = await givenCounting();
  await givenQueue(db, 3);
  const { cookie, staffId } = await signInAs(context, role);
  const open = (address: string) => () => {
    const request = new Request(`http://localhost:3000${address}`, {
      headers: { cookie },
    });
    const own = { ...context };
    const args = { request, context: own, params: {} };
    return Promise.all([layout, queue].map((run) => callRoute(run, args)));
  };
  const take = async () => {
    await db
      .updateTable("responses")
      .set({ claimed_by: null, claim_expires_at: null, state: "received" })
      .where("claimed_by", "=", staffId)
      .execute();
    const path = "/review/queue/take-next";
    const taken = await ask(takeNext, { context, path, cookie, form: {} });
    expect(taken.location).toMatch(/^\/review\/responses\//);
  };
  return { during, open, take };
}

test("the loaders of one page of the review side find out once who reads", async () => {
  const { during, open } = await givenReviewer();
  expect(await during(open("/review/queue"))).toBe(16);
});

test("a lead is asked about cases and calls that wait for them by one question each", async () => {
  const { during, open } = await givenReviewer("lead");
  expect(await during(open("/review/queue"))).toBe(18);
});

test("what a search finds on one page is not counted as well", async () => {
  const { during, open } = await givenReviewer();
  expect(await during(open("/review/queue?q=brothers"))).toBe(12);
});

test("the next response is taken with few questions to the database", async () => {
  const { during, take } = await givenReviewer();
  // The first gives back what was held before.
  expect(await during(take)).toBe(1 + 8);
});

test("who was signed in for one request is asked again for the next", async () => {
  const { db, context } = await givenCounting();
  await givenQueue(db, 1);
  const { cookie } = await signInAs(context, "reviewer");
  const open = () =>
    callRoute(queue, {
      request: new Request("http://localhost:3000/review/queue", {
        headers: { cookie },
      }),
      context: { ...context },
      params: {},
    });
  expect(await open()).toMatchObject({ status: 200 });
  await db.deleteFrom("staff_sessions").execute();
  expect(await open()).toMatchObject({ status: 303 });
});

test("what the queue shows is not written down for a script that it does not send", async () => {
  const { context } = await givenCounting();
  const { cookie } = await signInAs(context, "reviewer");
  const screen = await queue({
    request: new Request("http://localhost:3000/review/queue", {
      headers: { cookie },
    }),
    context,
    params: {},
  });
  expect(screen.shown.heading).toBe("0 responses");
  expect(Object.entries(screen)).toEqual([]);
});
