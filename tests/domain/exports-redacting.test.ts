import { expect, test } from "vitest";
import { redactWords } from "#app/domain/exports/redact-words.ts";

const markOf = (reason: string) => `[${reason}]`;
const redact = (text: string, ...spans: [number, number, string?][]) =>
  redactWords(
    text,
    spans.map(([start, end, reason = "x"]) => ({ start, end, reason })),
    markOf,
  );

test("spans in any order, that overlap, touch or reach over the end, are marks in their place", () => {
  expect(redact("abcdef").text).toBe("abcdef");
  expect(redact("abcdef", [4, 5], [1, 2]).text).toBe("a[x]cd[x]f");
  expect(redact("abcdef", [1, 4, "name"], [2, 5, "phone"]).text).toBe(
    "a[name]f",
  );
  expect(redact("abcdef", [1, 2], [2, 3]).text).toBe("a[x][x]def");
  expect(redact("abcdef", [-3, 2], [4, 99]).text).toBe("[x]cd[x]");
  expect(redact("abcdef", [3, 3], [5, 2]).text).toBe("abcdef");
  expect(redact("abcdef", [1, 4], [2, 5]).places).toBe(1);
});

test("no letter is cut in two: it is redacted whole", () => {
  expect(redact("a\u{1F3E0}b", [2, 3]).text).toBe("a[x]b");
  expect(redact("a\u{1F3E0}b", [0, 2]).text).toBe("[x]b");
});

test("a passage that a redaction begins, ends, covers or stands within takes marks whole", () => {
  const { text, slice } = redact("one two three four", [4, 7], [14, 18]);
  const of = (start: number, end: number) => {
    const moved = slice(start, end);
    return text.slice(moved.start, moved.end);
  };
  expect(text).toBe("one [x] three [x]");
  expect(of(0, 18)).toBe(text);
  expect(of(0, 5)).toBe("one [x]");
  expect(of(5, 13)).toBe("[x] three");
  expect(of(4, 7)).toBe("[x]");
  expect(of(5, 6)).toBe("[x]");
  expect(of(0, 3)).toBe("one");
  expect(of(0, 4)).toBe("one ");
  expect(of(7, 13)).toBe(" three");
  expect(of(6, 15)).toBe("[x] three [x]");
});
