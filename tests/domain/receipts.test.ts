import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { normaliseCode } from "#app/domain/drafts/codes.ts";
import {
  hashReceiptCode,
  makeReference,
  receiptCodeOf,
} from "#app/domain/responses/receipts.server.ts";
import { normaliseReference } from "#app/domain/responses/receipts.ts";
import { findSentResponse } from "#app/domain/responses/sent-responses.server.ts";
import { submitDraft } from "#app/domain/responses/submission.server.ts";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { wordsIn } from "#app/words/words.ts";
import { testSecret } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { measureIsBounded, readingMade } from "#tests/setup/growth.ts";

test("a receipt code has 24 characters of 32 in groups of four: 120 bits", () => {
  const code = receiptCodeOf(testSecret, "a draft");
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test("a receipt code follows from draft and secret, so a retry shows the same", () => {
  const code = receiptCodeOf(testSecret, "a draft");
  expect(receiptCodeOf(testSecret, "a draft")).toBe(code);
  expect(receiptCodeOf(testSecret, "another draft")).not.toBe(code);
  expect(receiptCodeOf("another secret", "a draft")).not.toBe(code);
});

test("receipt codes differ in every character", () => {
  const codes = Array.from({ length: 2_000 }, (_, index) =>
    receiptCodeOf(testSecret, `draft ${index}`).replaceAll("-", ""),
  );
  expect(new Set(codes).size).toBe(codes.length);
  for (let place = 0; place < 24; place += 1) {
    const symbols = new Set(codes.map((code) => code[place]));
    expect(symbols.size).toBe(32);
  }
});

test.each([
  "0123-4567-89AB-CDEF-GHJK-MNPQ",
  "0123456789abcdefghjkmnpq",
  " 0123 4567 89ab cdef ghjk mnpq ",
  "oI 23 45 67-89-AB CD EF GH JK MN PQ",
  "0l23–4567–89AB–CDEF–GHJK–MNPQ",
  "０１２３4567 89AB CDEF GHJK MNPQ",
])("%s is read as the same receipt code", (typed) => {
  expect(normaliseCode(typed)).toBe("0123456789ABCDEFGHJKMNPQ");
});

test.each([
  "",
  "0123",
  "0123456789ABCDEFGHJKMNPQR",
  "0123456789ABCDEFGHJKMNP!",
  "U".repeat(24),
])("%j cannot be a receipt code", (typed) => {
  expect(normaliseCode(typed)).toBeUndefined();
});

test("of a code typed as a page of text no more is read than a code may have", async () => {
  const read = readingMade(
    (size) => "- ".repeat(size),
    (typed) => expect(normaliseCode(typed)).toBeUndefined(),
  );
  expect(await measureIsBounded(read, 1_000_000)).toBe(true);
});

test("a reference has no look-alike letters, and is read however it is typed", () => {
  for (let count = 0; count < 2_000; count += 1) {
    const reference = makeReference(randomBytes);
    expect(reference).toMatch(/^H-[^ILOU01]{4}-[^ILOU01]{4}$/);
    const typed = ` ${reference.toLowerCase().replaceAll("-", " ")} `;
    expect(normaliseReference(typed)).toBe(reference);
  }
  expect(normaliseReference("H-7K4M-9QX")).toBeUndefined();
  expect(normaliseReference("X-7K4M-9QX2")).toBeUndefined();
  expect(normaliseReference("H-7K4M-9QX0")).toBeUndefined();
});

test("the receipt code is stored as a keyed hash and nowhere as itself", async () => {
  const { db } = openTestDatabase();
  const now = new Date("2026-11-22T09:00:00Z");
  const { draft, call, holderKey } = await givenDraft(db, { now });
  const messages = wordsIn("en").questions;
  await submitDraft(db, {
    draftId: draft.id,
    secret: testSecret,
    messages,
    now,
    randomBytes,
  });
  const sent = await findSentResponse(db, {
    callId: call.id,
    holderKey,
    secret: testSecret,
    now,
  });
  const code = normaliseCode(sent?.receiptCode ?? "");
  if (!code) throw new Error("No receipt code");
  const response = await db
    .selectFrom("responses")
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(response.receipt_code_hash).toBe(hashReceiptCode(testSecret, code));
  expect(JSON.stringify(response)).not.toContain(code);
  expect(hashReceiptCode("another secret", code)).not.toBe(
    response.receipt_code_hash,
  );
});
