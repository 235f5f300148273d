import { describe, expect, test } from "vitest";
import {
  codePointOffset,
  type OffsetRange,
  type PassageSpan,
  sliceCodePoints,
  splitIntoSegments,
  trimSpan,
  utf16Offset,
} from "#app/domain/tagging/passages.ts";

/** Random but the same in every run (mulberry32). */
function seededRandom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  "a",
  " ",
  "\n",
  "care ",
  "👩‍👧‍👦",
  "🙂",
  "e\u0301",
  "\u0301",
  "ש",
  "لام ",
  "𝒳",
  "“",
  "\u200f",
  "日本",
];

function randomText(random: (below: number) => number) {
  return Array.from(
    { length: random(40) },
    () => pieces[random(pieces.length)],
  ).join("");
}

function randomRange(
  random: (below: number) => number,
  length: number,
): OffsetRange {
  const startOffset = random(length + 3);
  return { startOffset, endOffset: startOffset + 1 + random(12) };
}

/** Three hundred texts with passages that overlap and run over the end, and hits that do neither. */
function* cases() {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = seededRandom(seed);
    const text = randomText(random);
    const length = [...text].length;
    const passages: PassageSpan[] = Array.from(
      { length: random(6) },
      (_, index) => ({
        publicId: `p${index}`,
        ...randomRange(random, length),
      }),
    );
    const hits: OffsetRange[] = [];
    for (let at = random(5); at + 2 < length; at += 3 + random(6))
      hits.push({ startOffset: at, endOffset: at + 2 });
    yield { seed, text, length, passages, hits };
  }
}

describe("a text cut into segments", () => {
  test("is the text again when its segments are joined", () => {
    for (const { seed, text, passages, hits } of cases()) {
      const segments = splitIntoSegments(text, passages, hits);
      expect(segments.map((one) => one.text).join(""), `${seed}`).toBe(text);
    }
  });

  test("has in each segment exactly the passages and hits that cover it", () => {
    for (const { seed, text, length, passages, hits } of cases()) {
      for (const segment of splitIntoSegments(text, passages, hits)) {
        const covers = (range: OffsetRange) =>
          range.startOffset <= segment.startOffset &&
          Math.min(range.endOffset, length) >= segment.endOffset;
        const covering = passages.filter(covers).map((one) => one.publicId);
        expect(segment.passageIds.toSorted(), `${seed}`).toEqual(
          covering.toSorted(),
        );
        expect(segment.isHit, `${seed}`).toBe(hits.some(covers));
      }
    }
  });

  test("lets every passage that begins inside the text end exactly once", () => {
    for (const { seed, text, length, passages } of cases()) {
      const ends = splitIntoSegments(text, passages)
        .flatMap((segment) => segment.endingPassageIds)
        .toSorted();
      const begun = passages
        .filter((passage) => passage.startOffset < length)
        .map((passage) => passage.publicId)
        .toSorted();
      expect(ends, `${seed}`).toEqual(begun);
    }
  });

  test("is the same however the passages are ordered", () => {
    for (const { text, passages, hits } of cases()) {
      const segments = splitIntoSegments(text, passages, hits);
      const reversed = splitIntoSegments(text, passages.toReversed(), hits);
      expect(reversed.map((one) => one.text)).toEqual(
        segments.map((one) => one.text),
      );
    }
  });

  test("has no segments where there is no text", () => {
    const passage = { publicId: "p", startOffset: 0, endOffset: 4 };
    expect(splitIntoSegments("", [passage])).toEqual([]);
  });
});

test("offsets count code points: an emoji before a word moves it by one, not two", () => {
  const text = "🙂 care";
  expect(codePointOffset(text, text.indexOf("care"))).toBe(2);
  expect(sliceCodePoints(text, 2, 6)).toBe("care");
});

test("a code-point offset and its UTF-16 offset lead back to each other", () => {
  for (const { text, length } of cases()) {
    for (let offset = 0; offset <= length; offset += 1) {
      expect(codePointOffset(text, utf16Offset(text, offset))).toBe(offset);
    }
  }
});

test("a slice by code points is what an array of code points gives", () => {
  for (const { text, length } of cases()) {
    const characters = [...text];
    for (let start = 0; start <= length; start += 3) {
      expect(sliceCodePoints(text, start, start + 5)).toBe(
        characters.slice(start, start + 5).join(""),
      );
    }
  }
});

test("white space around a span is left out, and a span of white space is none", () => {
  expect(trimSpan("a  🙂 b \n", { startOffset: 1, endOffset: 8 })).toEqual({
    startOffset: 3,
    endOffset: 6,
  });
  expect(trimSpan("a   b", { startOffset: 1, endOffset: 4 })).toBeUndefined();
});
