import { expect, test } from "vitest";
import { approvedRedactionsOf } from "#app/domain/redaction/approved-redactions.server.ts";
import { redactWords } from "#app/domain/exports/redact-words.ts";
import { markSegments } from "#app/domain/redaction/mark-segments.ts";
import { splitIntoSegments } from "#app/domain/tagging/passages.ts";
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
  const all = approved.get(place.responseId) ?? [];
  const spans = all.filter((one) => "answer" in one);
  const left = redactWords(wordsToRedact, spans, (reason) => `[${reason}]`);
  expect(left.text).toBe("😀 I am Nia Rees, ring [phone].\n[name]. Nia Rees.");
});

test("what is redacted is marked where it is read, over passages and an emoji, and the words stay the words", () => {
  const passage = { publicId: "p", startOffset: 2, endOffset: 6 };
  const segments = splitIntoSegments("😀 abcdefgh", [passage]);
  const marked = markSegments(segments, [
    { startOffset: 4, endOffset: 8, state: "proposed" },
    { startOffset: 5, endOffset: 7, state: "approved" },
  ]);
  expect(
    marked.map(({ text, redacted, endingPassageIds }) => [
      text,
      redacted,
      endingPassageIds.length,
    ]),
  ).toEqual([
    ["😀 ", undefined, 0],
    ["ab", undefined, 0],
    ["c", "proposed", 0],
    ["d", "approved", 1],
    ["e", "approved", 0],
    ["f", "proposed", 0],
    ["gh", undefined, 0],
  ]);
});

test("answers of a chunk and of the next are all told", async () => {
  const { db, place, propose, decide, ids } = await givenRedacting();
  await propose("Dr Amira Khan");
  await decide("approve", await ids());
  const others = Array.from({ length: 700 }, (_, index) => 90_000 + index);
  const found = await approvedRedactionsOf(db, [...others, place.responseId]);
  expect([...found.keys()]).toEqual([place.responseId]);
});
