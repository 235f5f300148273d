import { expect } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import * as enter from "#app/routes/_public.receipt._index.tsx";
import { someAdvice } from "#app/tasks/demo/factories.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";
import { givenRespondent } from "./respondents.ts";

export type Receipt = { reference: string; receiptCode: string };

/** Sends an answer to the call "advice", and hands out its receipt. */
export async function givenSent(
  context: RequestContext,
  call: Call,
  answers = someAdvice,
): Promise<Receipt> {
  const { browser } = await givenRespondent(context, call, answers);
  await browser.post(check, addressOf("advice", "check"), []);
  const { data } = await browser.get(sent.loader, addressOf("advice", "sent"));
  return (data as { receipt: Receipt }).receipt;
}

/** A browser that knows nothing but what is typed. */
export async function comeTo(
  context: RequestContext,
  typed: { reference: string; code: string },
) {
  const browser = openBrowser(context);
  const address = { path: "/receipt", params: {} };
  const answer = await browser.post(enter, address, [
    ["reference", typed.reference],
    ["code", typed.code],
  ]);
  return { browser, answer };
}

/** A browser that has shown this receipt's code. */
export async function comeWith(
  context: RequestContext,
  { reference, receiptCode }: Receipt,
) {
  const typed = { reference, code: receiptCode };
  const { browser, answer } = await comeTo(context, typed);
  expect(answer.location).toBe("/receipt/response");
  return browser;
}
