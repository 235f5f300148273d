import { beforeEach, expect, test } from "vitest";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { makeDayRoots } from "#app/domain/proofs/days.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import * as checkPage from "#app/routes/_public.receipts.check.tsx";
import * as keys from "#app/routes/_public.receipts.keys.tsx";
import * as keyFile from "#app/routes/_public.receipts.keys[.]json.ts";
import { someAdvice } from "#app/tasks/demo/factories.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { now } from "#tests/asking/sent-drafts.ts";
import { makeTestContext, testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { startGates } from "#tests/given/gates.ts";
import { givenSentNow, signedOf } from "#tests/given/signed-receipts.ts";

let context: RequestContext;
beforeEach(async () => {
  const { db } = openTestDatabase();
  context = await makeTestContext(db, { now: () => now });
});

const at = (path: string) => ({ path, params: {} });

async function check(receipt: string) {
  const browser = openBrowser(context);
  const address = at("/receipts/check");
  const { status, data } = await browser.post(checkPage, address, [
    ["receipt", receipt],
  ]);
  return { status, data: data ?? {} };
}

test("a receipt that is pasted is true, or is told in words with what is not, and comes back", async () => {
  const { db } = context;
  await givenSentNow(db);
  const responseId = await givenSentNow(db);
  const { text } = await signedOf(db, responseId);
  const checked = await check(` ${text}\n`);
  expect(checked.status).toBe(200);
  expect(checked.data).toMatchObject({
    checked: { inDay: expect.stringContaining("after the day is over") },
  });
  const altered = text.replace("Look at how", "Look at why");
  const refused = await check(altered);
  expect(refused).toMatchObject({
    status: 400,
    data: {
      sent: { receipt: altered },
      errors: { receipt: expect.stringContaining("not what we signed") },
      changes: [
        "This answer says something else: What should the review look at first, and why?",
      ],
    },
  });
  expect((await check("")).data).toMatchObject({
    errors: { file: expect.stringContaining("Choose the file") },
  });
  const foreign = text.replace(/"kid":"[^"]+"/, `"kid":"${"A".repeat(43)}"`);
  expect((await check(foreign)).data).toMatchObject({
    errors: { receipt: expect.stringContaining("not signed by us") },
  });
});

test("which answer was altered is told to whoever has the receipt, and of nothing that was taken back", async () => {
  const { db } = context;
  const other = await signedOf(db, await givenSentNow(db));
  const answers = { ...someAdvice, "what-first": "Schools" };
  const responseId = await givenSentNow(db, answers);
  const { text, file } = await signedOf(db, responseId);
  const altered = text.replace("Schools", "Schooling");
  const changesOf = async (receipt: string) =>
    (await check(receipt)).data["changes"];
  expect(await changesOf(altered)).toHaveLength(1);
  // With a salt that is guessed, or somebody else's, nothing is told.
  const { salt } = file.statement;
  for (const guess of ["A".repeat(22), other.file.statement.salt])
    expect(await changesOf(altered.replace(salt, guess))).toBeUndefined();
  const value = file.signature.value;
  const unsigned = text.replace(value, `A${value.slice(1)}`);
  expect(await changesOf(unsigned)).toEqual(["The signature itself"]);
  await withdrawOwnResponse(db, { responseId, now });
  expect(await changesOf(altered)).toBeUndefined();
});

test("a file is read in memory and nothing of it is stored; what cannot be one is told", async () => {
  const { db } = context;
  const { text } = await signedOf(db, await givenSentNow(db));
  let form: ReceivedForm | undefined;
  const { address } = await startGates(context, (request, response) => {
    form = request.receivedForm;
    response.send("let in");
  });
  const send = async (bytes: BlobPart, path = "/receipts/check") => {
    form = undefined;
    const body = new FormData();
    body.append("file", new Blob([bytes]), "receipt.json");
    body.append("receipt", "pasted");
    const init = { method: "POST", body, headers: { Origin: address } };
    return (await fetch(`${address}${path}`, init)).status;
  };
  expect(await send(text)).toBe(200);
  expect(form?.fields.get("file")).toBe(text);
  expect(form?.fields.get("receipt")).toBe("pasted");
  expect(form?.stagedFiles).toEqual([]);
  const unread = [{ questionId: "file", reason: "unreadable" }];
  for (const bytes of [
    Buffer.of(0xf0, 0xbf, 0xbd, 0x41),
    "x".repeat(4_000_001),
  ]) {
    expect(await send(bytes)).toBe(200);
    expect(form?.refusedParts).toEqual(unread);
  }
  expect(await send("x".repeat(6_100_000))).toBe(413);
  expect(await send(text, "/receipts/keys")).toBe(415);
});

test("the keys and the roots are public, in words and as a file, and nothing of a day with few receipts but its root", async () => {
  const { db } = context;
  await givenSentNow(db);
  const later = new Date(now.getTime() + 50 * 3_600_000);
  await makeDayRoots(db, { secret: testSecret, now: later });
  const browser = openBrowser(context);
  const page = await browser.get(keys.loader, at("/receipts/keys"));
  expect(page.data).toMatchObject({
    keys: [{ use: "Since 24 November 2026" }],
    days: [
      { name: "23 November 2026", count: "No receipts" },
      { name: "22 November 2026", count: "Fewer than 10 receipts" },
    ],
  });
  const file = await browser.get(keyFile.loader, at("/receipts/keys.json"));
  const told = (await file.response?.text()) ?? "";
  const shown = page.data as { keys: { x: string }[] };
  expect(told).toContain(shown.keys[0]?.x);
  expect(told).not.toMatch(/count|signature|secret|salt/);
});
