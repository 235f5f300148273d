import { beforeEach, expect, test } from "vitest";
import {
  countVisibleResponses,
  readVisibleResponse,
} from "#app/domain/responses/visible-responses.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { recordReading } from "#app/domain/responses/readings.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as everything from "#app/routes/_public.receipt.everything.tsx";
import * as json from "#app/routes/_public.receipt.everything[.]json.ts";
import * as response from "#app/routes/_public.receipt.response.tsx";
import * as withdraw from "#app/routes/_public.receipt.withdraw.tsx";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { someAdvice } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import {
  comeTo,
  comeWith as comeBackWith,
  givenSent as givenReceipt,
  type Receipt,
} from "#tests/given/receipts.ts";
import { givenCallToAnswer, now } from "#tests/given/respondents.ts";

const words = wordsIn("en").receipt;
let context: RequestContext;
let call: Call;

beforeEach(async () => {
  ({ context, call } = await givenCallToAnswer());
});

const at = (path: string) => ({ path, params: {} });

const givenSent = (answers?: typeof someAdvice) =>
  givenReceipt(context, call, answers);
const come = (typed: { reference: string; code: string }) =>
  comeTo(context, typed);
const comeWith = (receipt: Receipt) => comeBackWith(context, receipt);

const idOf = async (reference: string) => {
  const { id } = await context.db
    .selectFrom("responses")
    .select("id")
    .where("reference", "=", reference)
    .executeTakeFirstOrThrow();
  return id;
};

test("whoever has reference and code sees what they sent, and nothing of anybody else's", async () => {
  await givenSent({ ...someAdvice, "what-first": "An earlier answer." });
  const receipt = await givenSent();
  const browser = await comeWith(receipt);
  const { data } = await browser.get(response.loader, at("/receipt/response"));
  expect(data).toMatchObject({
    heading: `Response ${receipt.reference}`,
    standing: [
      words.response.standing("received"),
      words.response.readers(0),
      words.response.notPublished,
    ],
    mayWithdraw: true,
    answers: expect.arrayContaining([
      expect.objectContaining({ line: someAdvice["what-first"] }),
    ]),
  });
  expect(JSON.stringify(data)).not.toContain("An earlier answer.");
});

test("reference and code are taken as people type them", async () => {
  const { reference, receiptCode } = await givenSent();
  const looks = receiptCode.replaceAll("0", "O").replaceAll("1", "l");
  for (const typed of [
    { reference: reference.toLowerCase(), code: receiptCode.toLowerCase() },
    { reference: reference.replaceAll("-", ""), code: looks },
    { reference: ` ${reference} `, code: receiptCode.replaceAll("-", " ") },
  ])
    expect((await come(typed)).answer.location).toBe("/receipt/response");
});

test("another one's code, an unknown reference and half a code get the same answer, with what was typed", async () => {
  const earlier = await givenSent();
  const { reference, receiptCode } = await givenSent();
  for (const typed of [
    { reference, code: earlier.receiptCode },
    { reference: "H-2222-2222", code: receiptCode },
    { reference, code: receiptCode.slice(0, 20) },
    { reference: "", code: "" },
    { reference: "x".repeat(10_000), code: "\u0000\ud800" },
  ]) {
    const { answer, browser } = await come(typed);
    expect(answer.status).toBe(400);
    const errors = Object.values((answer.data as FormReply).errors);
    expect(errors).toHaveLength(1);
    expect(browser.cookie).not.toContain("receipt");
  }
  const { answer } = await come({ reference, code: "AAAA" });
  expect(answer.data).toMatchObject({
    sent: { reference, code: "AAAA" },
    errors: { code: words.enter.wrong },
  });
});

type FormReply = { errors: Record<string, string> };

test("a code tried again and again has to wait, the right one too; elsewhere it is taken", async () => {
  const other = await givenSent();
  const { reference, receiptCode } = await givenSent();
  const typed = [
    reference,
    reference.toLowerCase(),
    reference.replace("-", " "),
  ];
  for (let tries = 0; tries < 10; tries += 1) {
    const wrong = { reference: typed[tries % 3] ?? "", code: "A" };
    expect((await come(wrong)).answer.status).toBe(400);
  }
  const waiting = await come({ reference, code: receiptCode });
  expect(waiting.answer.status).toBe(429);
  expect(waiting.answer.data).toMatchObject({
    errors: { "": words.enter.wait(15) },
  });
  await comeWith(other);
  context = { ...context, networkKey: "another" };
  await comeWith({ reference, receiptCode });
});

test("without a code, with one that was forged, and half an hour later nothing is shown", async () => {
  const receipt = await givenSent();
  const id = await idOf(receipt.reference);
  const until = now.getTime() + 60_000;
  const forged = `heard-receipt=${id}.${until}.${"A".repeat(43)}`;
  const seen = await comeWith(receipt);
  const later = new Date(now.getTime() + 31 * 60_000);
  const tooLate = openBrowser({ ...context, now: () => later }, seen.cookie);
  const otherId = openBrowser(
    context,
    seen.cookie.replace(`receipt=${id}.`, `receipt=${id + 1}.`),
  );
  const nobody = [openBrowser(context), openBrowser(context, forged), tooLate];
  for (const browser of [...nobody, otherId])
    for (const { loader } of [response, withdraw, everything, json])
      expect((await browser.get(loader, at("/receipt/x"))).location).toBe(
        "/receipt",
      );
  const pressed = await openBrowser(context, forged).post(
    withdraw,
    at("/receipt/withdraw"),
    [],
  );
  expect(pressed.location).toBe("/receipt");
  const { state } = await context.db
    .selectFrom("responses")
    .select("state")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(state).toBe("received");
});

test("who has read it is counted, each once, and what it is filed under is named", async () => {
  const receipt = await givenSent();
  const responseId = await idOf(receipt.reference);
  const [one, other] = [
    await givenColleague(context.db),
    await givenColleague(context.db),
  ];
  for (const { staffId } of [one, other, one])
    await recordReading(context.db, { responseId, staffId, now });
  const browser = await comeWith(receipt);
  const { data } = await browser.get(response.loader, at("/receipt/response"));
  expect(data).toMatchObject({
    standing: expect.arrayContaining([words.response.readers(2)]),
  });
});

test("who takes their response back takes it from the queue, the counts and whoever holds it, once", async () => {
  const { db } = context;
  const earlier = await givenSent();
  const receipt = await givenSent();
  const responseId = await idOf(receipt.reference);
  const colleague = await givenColleague(db);
  const first = await claimNextResponse(db, { ...colleague, now });
  expect(first).toMatchObject({ ok: true });
  const second = await claimNextResponse(db, {
    ...(await givenColleague(db)),
    now,
  });
  expect(second).toMatchObject({ ok: true, responseId });
  const browser = await comeWith(receipt);
  for (let presses = 0; presses < 2; presses += 1) {
    const pressed = await browser.post(withdraw, at("/receipt/withdraw"), [
      ["reference", receipt.reference],
    ]);
    expect(pressed.location).toBe("/receipt/response");
  }
  const seen = { responseId, viewer: anyLead, now };
  const after = await readVisibleResponse(db, seen);
  expect(after).toMatchObject({ state: "withdrawn", claim: undefined });
  const counts = await countVisibleResponses(db, {
    viewer: anyLead,
    callId: call.id,
  });
  expect(counts.get("withdrawn")).toBe(1);
  expect(counts.get("in-triage")).toBe(1);
  const events = await db
    .selectFrom("events")
    .select(["actor_kind", "subject_id"])
    .where("type", "=", "response.withdrawn-by-sender")
    .execute();
  expect(events).toEqual([
    { actor_kind: "respondent", subject_id: responseId },
  ]);
  const { data } = await browser.get(response.loader, at("/receipt/response"));
  expect(data).toMatchObject({
    standing: [words.response.standing("withdrawn")],
    mayWithdraw: false,
  });
  const kept = await comeWith(earlier);
  const other = await kept.get(response.loader, at("/receipt/response"));
  expect(other.data).toMatchObject({ mayWithdraw: true });
});
