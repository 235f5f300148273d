import { expect, test } from "vitest";
import { approvedRedactionsOf } from "#app/domain/redaction/approved-redactions.server.ts";
import { redactText } from "#app/domain/redaction/redact-text.ts";
import { givenRedacting, wordsToRedact } from "#tests/given/redacting.ts";

test("only what is approved is told, in UTF-16 units of the answer's text, and what overlaps is one", async () => {
  const { db, place, propose, decide, rows, answer } = await givenRedacting();
  const other = await answer("Nobody.");
  await propose("07700 900123", { reason: "phone" });
  await propose("Dr Amira Khan");
  await propose("Khan saw me", { reason: "other" });
  await propose("Nia Rees", { startOffset: 7, endOffset: 15 });
  const found = await rows();
  const named = found.slice(0, 3).map(({ publicId }) => publicId);
  await decide("approve", named);
  const approved = await approvedRedactionsOf(db, [
    other.responseId,
    place.responseId,
  ]);
  const { answerId } = place;
  expect([...approved]).toEqual([
    [
      place.responseId,
      [
        { answer: answerId, start: 23, end: 35, reason: "phone" },
        { answer: answerId, start: 37, end: 57, reason: "name" },
      ],
    ],
  ]);
  const spans = approved.get(place.responseId) ?? [];
  expect(redactText(wordsToRedact, spans, (reason) => `[${reason}]`)).toBe(
    "😀 I am Nia Rees, ring [phone].\n[name]. Nia Rees.",
  );
});

test("a stretch of a text loses what of it is redacted, also where only its beginning or end is", () => {
  const spans = [
    { start: 2, end: 5, reason: "name" as const },
    { start: 8, end: 12, reason: "phone" as const },
    { start: 20, end: 30, reason: "name" as const },
  ];
  expect(redactText("defghij", spans, (reason) => `<${reason}>`, 3)).toBe(
    "<name>fgh<phone>",
  );
});

test("answers of a chunk and of the next are all told", async () => {
  const { db, place, propose, decide, ids } = await givenRedacting();
  await propose("Dr Amira Khan");
  await decide("approve", await ids());
  const others = Array.from({ length: 700 }, (_, index) => 90_000 + index);
  const found = await approvedRedactionsOf(db, [...others, place.responseId]);
  expect([...found.keys()]).toEqual([place.responseId]);
});
