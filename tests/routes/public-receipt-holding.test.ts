import { beforeEach, expect, test } from "vitest";
import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as everything from "#app/routes/_public.receipt.everything.tsx";
import * as json from "#app/routes/_public.receipt.everything[.]json.ts";
import * as signed from "#app/routes/_public.receipt.signed[.]json.ts";
import * as signedHere from "#app/routes/_public.respond.$call.signed.ts";
import * as response from "#app/routes/_public.receipt.response.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import * as sent from "#app/routes/_public.respond.$call.sent/route.tsx";
import { someAdvice } from "#app/tasks/demo/factories.ts";
import { addressOf, openBrowser } from "#tests/asking/browser.ts";
import {
  comeWith as comeBackWith,
  givenSent as givenReceipt,
  type Receipt,
} from "#tests/given/receipts.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";

let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

const at = (path: string) => ({ path, params: {} });

const givenSent = (answers?: typeof someAdvice) =>
  givenReceipt(context, call, answers);
const comeWith = (receipt: Receipt) => comeBackWith(context, receipt);

test("everything that is held is told, with what is kept apart, and that it was looked at", async () => {
  await givenSent({ ...someAdvice, email: "somebody.else@example.org" });
  const receipt = await givenSent({ ...someAdvice, email: "me@example.org" });
  const browser = await comeWith(receipt);
  const page = await browser.get(everything.loader, at("/receipt/everything"));
  expect(page.data).toMatchObject({
    identity: [
      { label: "What is your email address?", line: "me@example.org" },
    ],
    events: [{ what: "You sent it" }, { what: expect.stringMatching(/apart/) }],
  });
  const file = await browser.get(json.loader, at("/receipt/everything.json"));
  expect(JSON.stringify([page.data, file.data])).not.toContain("somebody.else");
  const reads = await context.db
    .selectFrom("events")
    .select("details")
    .where("type", "=", "response.identity-read")
    .execute();
  expect(reads).toHaveLength(2);
});

test("closing the pages closes them on this device", async () => {
  const browser = await comeWith(await givenSent());
  await browser.post(response, at("/receipt/response"), []);
  expect(
    (await browser.get(response.loader, at("/receipt/response"))).location,
  ).toBe("/receipt");
});

test("the signed receipt is a file, for whoever has shown the code and for the browser that sent it", async () => {
  const elsewhere = await givenSent();
  const { browser: sender } = await givenRespondent(context, call, {
    ...someAdvice,
    "what-first": "The signed words.",
  });
  await sender.post(check, addressOf("advice", "check"), []);
  const { data } = await sender.get(sent.loader, addressOf("advice", "sent"));
  const { receipt } = data as { receipt: Receipt };
  const here = await sender.get(
    signedHere.loader,
    addressOf("advice", "signed"),
  );
  const browser = await comeWith(receipt);
  const file = await browser.get(signed.loader, at("/receipt/signed.json"));
  const text = (await file.response?.text()) ?? "";
  expect(await here.response?.text()).toBe(text);
  expect(file.headers.get("Content-Disposition")).toBe(
    `attachment; filename="receipt-${receipt.reference}.json"`,
  );
  const { reference } = receipt;
  expect(JSON.parse(text)).toMatchObject({ statement: { reference } });
  expect(text).toContain("The signed words.");
  expect(text).not.toContain(elsewhere.reference);
  expect(text).not.toContain(receipt.receiptCode);
  // Nobody else's, and not once it was cleared.
  const stranger = openBrowser(context);
  for (const [module, address, to] of [
    [signed, at("/receipt/signed.json"), "/receipt"],
    [signedHere, addressOf("advice", "signed"), "/respond/advice/sent"],
  ] as const)
    expect((await stranger.get(module.loader, address)).location).toBe(to);
  await sender.post(sent, addressOf("advice", "sent"), []);
  const cleared = await sender.get(
    signedHere.loader,
    addressOf("advice", "signed"),
  );
  expect(cleared.location).toBe("/respond/advice/sent");
});
