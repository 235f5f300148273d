import { expect, test } from "vitest";
import { findQuote, locateQuote } from "#app/domain/tagging/find-quote.ts";
import { sliceCodePoints } from "#app/domain/tagging/passages.ts";

function quotesFound(text: string, quote: string) {
  return findQuote(text, quote).map(({ startOffset, endOffset }) =>
    sliceCodePoints(text, startOffset, endOffset),
  );
}

test("a quote is found after an emoji at its code-point offset", () => {
  expect(findQuote("👩‍👧 I was moved twice", "moved")).toEqual([
    { startOffset: 10, endOffset: 15 },
  ]);
});

test("the offsets given are believed where the text there is the quote", () => {
  const text = "care and care again";
  expect(
    locateQuote(text, { quote: "care", startOffset: 9, endOffset: 13 }),
  ).toEqual({ ok: true, span: { startOffset: 9, endOffset: 13 } });
});

test("offsets that do not fit the quote are not believed", () => {
  expect(
    locateQuote("one two three", {
      quote: "three",
      startOffset: 0,
      endOffset: 3,
    }),
  ).toEqual({ ok: true, span: { startOffset: 8, endOffset: 13 } });
});

test("the white space that a selection took with it is left out", () => {
  const text = "first line\n\nsecond line";
  expect(
    locateQuote(text, {
      quote: "\r\nsecond line",
      startOffset: 11,
      endOffset: 23,
    }),
  ).toEqual({ ok: true, span: { startOffset: 12, endOffset: 23 } });
});

test("a form's CRLF is the text's LF", () => {
  const text = "We asked.\nNobody came.";
  expect(quotesFound(text, "asked.\r\nNobody")).toEqual(["asked.\nNobody"]);
});

test.each([
  [
    "retyped with straight quotation marks",
    "she said 'never again'",
    "she said ‘never again’",
  ],
  [
    "with other spaces and line ends",
    "moved  five times",
    "moved\nfive\u00a0times",
  ],
  ["in other letters", "THE SOCIAL WORKER", "the Social Worker"],
  [
    "with a hyphen for a dash",
    "one year - then nothing",
    "one year – then nothing",
  ],
  ["with composed letters", "caf\u00e9", "cafe\u0301"],
  ["without the direction marks of the text", "שלום", "ש\u200fלום"],
])("a quote is found %s", (_how, quote, text) => {
  expect(quotesFound(`Before. ${text}. After.`, quote)).toEqual([text]);
});

test("a quote that stands twice is ambiguous, with the words around each place", () => {
  const located = locateQuote("I was moved. Then I was moved again.", {
    quote: "I was moved",
  });
  expect(located).toMatchObject({
    ok: false,
    reason: "quote-ambiguous",
    places: [
      { startOffset: 0, before: "", after: ". Then I was moved again." },
      { startOffset: 18, before: "I was moved. Then ", after: " again." },
    ],
  });
});

test("words that are not in the text are not found, and nothing is no quote", () => {
  expect(locateQuote("some words", { quote: "other words" })).toEqual({
    ok: false,
    reason: "quote-not-found",
  });
  expect(locateQuote("some words", { quote: " \n " })).toEqual({
    ok: false,
    reason: "quote-empty",
  });
});

test("a quote retyped from the end of a book of two million characters is found", () => {
  const book = "It was “never” the same — twice. ".repeat(60_000);
  expect(findQuote(`${book}The end.`, "the END")).toHaveLength(1);
});
