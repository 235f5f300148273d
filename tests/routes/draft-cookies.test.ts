import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import { issueLateCode } from "#app/domain/drafts/late-codes.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as late from "#app/routes/_public.respond.$call.late.tsx";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";

const now = new Date("2026-11-22T09:00:00Z");
const planted = "A".repeat(43);
const page = addressOf("advice", "about-you");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
  await givenDraft(db, { now });
  call = await givenCall(db, { slug: "advice" });
});

const draftOf = (holderKey: string, of = call) =>
  findDraft(context.db, { callId: of.id, holderKey, now });

const keyIn = (cookie: string) => cookie.replace("heard-draft=", "");

const answer: [string, string][] = [["respondent-kind", "parent"]];

describe("a key that somebody put into the browser", () => {
  test("is not the key of the draft that begins there", async () => {
    const browser = openBrowser(context, `heard-draft=${planted}`);
    await browser.post(questionPage, page, answer);
    expect(await draftOf(planted)).toBeUndefined();
    const own = keyIn(browser.cookie);
    expect(own).not.toBe(planted);
    expect((await draftOf(own))?.answers).toEqual({
      "respondent-kind": "parent",
    });
  });

  test("is not that of a draft that begins with a late code", async () => {
    const closed = await givenCall(context.db, {
      slug: "late",
      state: "closed-late-accepted",
    });
    const issued = await issueLateCode(context.db, {
      callId: closed.id,
      secret: context.env.secret,
      actor: { kind: "system" },
      now,
      randomBytes: context.randomBytes,
    });
    const browser = openBrowser(context, `heard-draft=${planted}`);
    const address = { path: "/respond/late/late", params: { call: "late" } };
    await browser.post(late, address, [["code", issued.code]]);
    expect(await draftOf(planted, closed)).toBeUndefined();
    expect(await draftOf(keyIn(browser.cookie), closed)).toBeDefined();
  });

  test("is given no draft by a form that comes back with errors, and the page shows the draft that began", async () => {
    const browser = openBrowser(context, `heard-draft=${planted}`);
    const sent = await browser.post(questionPage, page, [
      ["respondent-kind", "none of these"],
    ]);
    expect(sent.status).toBe(400);
    expect(await draftOf(planted)).toBeUndefined();
    const draft = await draftOf(keyIn(browser.cookie));
    expect(sent.page?.data).toMatchObject({ draftMark: draft?.publicId });
  });
});

test("a key that a draft hangs on stays, also where another call is begun", async () => {
  const first = await givenDraft(context.db, { now });
  const { holderKey } = first;
  const browser = openBrowser(context, `heard-draft=${holderKey}`);
  await browser.post(questionPage, page, answer);
  await browser.post(questionPage, page, answer);
  expect(keyIn(browser.cookie)).toBe(holderKey);
  expect(await draftOf(holderKey)).toBeDefined();
  expect(await draftOf(holderKey, first.call)).toBeDefined();
});

test.each([[["draft", "new"]], []])(
  "one answer gives out one key: %j",
  async (...mark) => {
    const browser = openBrowser(context);
    const fields = mark as [string, string][];
    const sent = await browser.post(questionPage, page, fields);
    expect(sent.status).toBe(400);
    const cookies = [sent, sent.page].flatMap(
      (one) => one?.headers.getSetCookie() ?? [],
    );
    expect(cookies).toHaveLength(1);
  },
);

test.each(["short", "A".repeat(44), `${"A".repeat(42)}%`])(
  "a cookie that is none of our keys is none: %s",
  async (value) => {
    const browser = openBrowser(context, `heard-draft=${value}`);
    const fields: [string, string][] = [["draft", "new"], ...answer];
    const sent = await browser.post(questionPage, page, fields);
    expect(sent.status).toBe(400);
    expect(await draftOf(value)).toBeUndefined();
  },
);
