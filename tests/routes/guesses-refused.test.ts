import { expect, test } from "vitest";
import { countMail } from "#app/http/request/mail-throttle.server.ts";
import { comeTo, comeWith, givenSent } from "#tests/given/receipts.ts";
import { givenCallToAnswer, now } from "#tests/given/respondents.ts";

const code = "0000-0000-0000-0000-0000-0000";

test("a network that must wait writes nothing by trying on, and does not use up what others may try", async () => {
  const { context, call } = await givenCallToAnswer();
  const receipt = await givenSent(context, call);
  const later = new Date(now.getTime() + 10 * 60_000);
  const guessAt = async (reference: string) =>
    (await comeTo(context, { reference, code })).answer.status;
  const counts = () =>
    context.db.selectFrom("limit_counts").select("key").execute();
  for (let tries = 0; tries < 30; tries += 1)
    expect(await guessAt(`H-${tries}`)).toBe(400);
  const before = await counts();
  context.now = () => later;
  for (let tries = 30; tries < 50; tries += 1)
    expect(await guessAt(`H-${tries}`)).toBe(429);
  // Pressed again and again by somebody of the same network, who has the code.
  for (let presses = 0; presses < 10; presses += 1)
    expect(await guessAt(receipt.reference)).toBe(429);
  expect(await counts()).toEqual(before);
  context.now = () => new Date(now.getTime() + 15 * 60_000 + 1);
  await comeWith(context, receipt);
});

test("a network that must wait to have mails sent uses up none of a draft's", async () => {
  const { context } = await givenCallToAnswer();
  const mail = (publicId: string) =>
    countMail({ context, publicId, address: `${publicId}@example.org` });
  for (let mails = 0; mails < 60; mails += 1)
    expect((await mail(`draft-${mails}`)).ok).toBe(true);
  for (let mails = 0; mails < 5; mails += 1)
    expect((await mail("hers")).ok).toBe(false);
  const hour = 60 * 60_000 + 1;
  context.now = () => new Date(now.getTime() + hour);
  expect(await mail("hers")).toEqual({ ok: true, isHeldBack: false });
});
