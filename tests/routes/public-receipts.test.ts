import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { findDraft } from "#app/domain/drafts/drafts.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as copy from "#app/routes/_public.respond.$call.copy.tsx";
import * as deletion from "#app/routes/_public.respond.$call.delete.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";

/* Two people on one device: she has sent her answers, he is next. */

const checkPage = addressOf("advice", "check");
const sentPage = addressOf("advice", "sent");
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

type ReceiptData = { receipt?: { reference: string; receiptCode: string } };

async function givenTwoSent() {
  const {
    draft: hers,
    holderKey,
    browser,
  } = await givenRespondent(context, call);
  await browser.post(check, checkPage, []);
  const her = (await browser.get(sent.loader, sentPage)).data as ReceiptData;
  const { draft: his } = await givenDraft(context.db, {
    call,
    holderKey,
    now,
  });
  return { browser, holderKey, hers, his, her: her.receipt };
}

const copyPage = addressOf("advice", "copy");
const clearedPage = { ...sentPage, path: `${sentPage.path}?cleared=1` };

test("the second clears their own receipt, and nobody is shown the first one's", async () => {
  const { browser, his, her } = await givenTwoSent();
  await browser.post(check, checkPage, [["draft", his.publicId]]);
  const { cookie } = browser;
  const shown = await browser.get(sent.loader, sentPage);
  expect(shown.data).toMatchObject({ receipt: { draftMark: his.publicId } });
  const cleared = await browser.post(sent, sentPage, [["draft", his.publicId]]);
  expect(cleared.location).toBe("/respond/advice/sent?cleared=1");
  for (const address of [clearedPage, sentPage]) {
    const next = await openBrowser(context, cookie).get(sent.loader, address);
    expect(next.data).toMatchObject({ receipt: undefined });
    expect(JSON.stringify(next.data)).not.toContain(her?.reference);
    expect(JSON.stringify(next.data)).not.toContain(her?.receiptCode);
  }
  const copied = openBrowser(context, cookie).get(copy.loader, copyPage);
  expect((await copied).location).toBe("/respond/advice/sent");
});

test("the first clears theirs from a page left open: the second's stays, and is not shown there", async () => {
  const { browser, hers, his } = await givenTwoSent();
  await browser.post(check, checkPage, [["draft", his.publicId]]);
  await browser.post(sent, sentPage, [["draft", hers.publicId]]);
  const next = await browser.get(sent.loader, clearedPage);
  expect(next.data).toMatchObject({ receipt: undefined, isCleared: true });
  const his24Hours = await browser.get(sent.loader, sentPage);
  expect(his24Hours.data).toMatchObject({
    receipt: { draftMark: his.publicId },
  });
});

test("somebody else's receipt is not theirs to clear", async () => {
  const { browser, his } = await givenTwoSent();
  await browser.post(check, checkPage, [["draft", his.publicId]]);
  const other = openBrowser(context, `heard-draft=${"B".repeat(43)}`);
  await other.post(sent, sentPage, [["draft", his.publicId]]);
  const seen = await browser.get(sent.loader, sentPage);
  expect(seen.status).toBe(200);
});

test("a press of Send on the first one's page does not send the second's draft", async () => {
  const { browser, hers, his, holderKey } = await givenTwoSent();
  const press = await browser.post(check, checkPage, [
    ["draft", hers.publicId],
  ]);
  expect(press).toMatchObject({
    location: "/respond/advice/sent",
    draft: hers.publicId,
  });
  const of = { callId: call.id, holderKey, now };
  expect((await findDraft(context.db, of))?.publicId).toBe(his.publicId);
});

test("a press of Send after the draft was deleted does not lead to the first one's receipt", async () => {
  const { browser, his } = await givenTwoSent();
  const { cookie } = browser;
  const mark: [string, string] = ["draft", his.publicId];
  await browser.post(deletion, addressOf("advice", "delete"), [mark]);
  const stale = openBrowser(context, cookie);
  const press = await stale.post(check, checkPage, [mark]);
  expect(press.location).toBeUndefined();
  expect(press.status).toBe(404);
});

test("a press of Delete on the first one's page does not delete the second's draft", async () => {
  const { browser, hers, his, holderKey } = await givenTwoSent();
  await browser.post(deletion, addressOf("advice", "delete"), [
    ["draft", hers.publicId],
  ]);
  const of = { callId: call.id, holderKey, now };
  expect((await findDraft(context.db, of))?.publicId).toBe(his.publicId);
});
