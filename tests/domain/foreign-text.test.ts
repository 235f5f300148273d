import { toNameKey } from "#app/domain/text/name-keys.ts";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readMarkedTerms } from "#app/domain/triage/queue-query-parts.ts";
import { freezeText } from "#app/domain/files/extraction.ts";
import { cleanFileName } from "#app/domain/files/file-names.ts";
import { languages } from "#app/domain/calls/languages.ts";
import {
  type Question,
  questionSchema,
  questionTypeOf,
} from "#app/domain/calls/question-types/question-types.ts";
import { normaliseCode } from "#app/domain/drafts/codes.ts";
import { normaliseReference } from "#app/domain/responses/receipts.ts";
import { findQuote } from "#app/domain/tagging/find-quote.ts";
import { tagWordsSchema } from "#app/domain/tagging/tags.ts";
import {
  countCharacters,
  cutMarkRuns,
  cutText,
  maxMarksInARow,
  normaliseText,
  tidyText,
} from "#app/domain/text/foreign-text.ts";
import { contentDisposition } from "#app/http/request/attachment-response.server.ts";
import { countCharacters as countInBrowser } from "#app/enhance/count-characters.ts";
import { wordsIn } from "#app/words/words.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";
import { listProjectFiles } from "#tests/setup/import-lines.ts";

const [language] = languages;

function check(question: Partial<Question>, value: unknown) {
  const asked = questionSchema.parse({
    id: "asked",
    label: { en: "Asked" },
    choices: [
      { value: "a", label: { en: "A" } },
      { value: "b", label: { en: "B" } },
    ],
    ...question,
  });
  const { questions: messages } = wordsIn(language);
  return questionTypeOf(asked)
    .schema(asked, { language, messages, today: "2026-11-26" })
    .safeParse(value);
}

/** Wherever a text that others wrote is taken in or looked at. */
const takers: [name: string, take: (text: string) => unknown][] = [
  ["what is kept of a typed text", tidyText],
  ["NFC", (text) => normaliseText(text, "NFC")],
  ["NFKC", (text) => normaliseText(text, "NFKC")],
  ["NFKD", (text) => normaliseText(text, "NFKD")],
  ["a long answer", (text) => check({ type: "long-text" }, text)],
  ["a short answer", (text) => check({ type: "short-text" }, text)],
  ["an e-mail address", (text) => check({ type: "email" }, text)],
  ["a choice", (text) => check({ type: "radios" }, text)],
  ["several choices", (text) => check({ type: "checkboxes" }, [text, text])],
  [
    "a date",
    (text) => check({ type: "date" }, { day: text, month: text, year: text }),
  ],
  ["the text of a file", freezeText],
  ["the name of a file", cleanFileName],
  ["the name of a download", contentDisposition],
  ["a search", readMarkedTerms],
  ["a tag's key", toNameKey],
  [
    "a tag's words",
    (text) => tagWordsSchema.safeParse({ name: text, definition: text }),
  ],
  ["a receipt code", normaliseCode],
  ["a reference", normaliseReference],
  ["a quote that is not there", (text) => findQuote(text, `${text}z`)],
  ["a quote in other letters", (text) => findQuote(text, text.toUpperCase())],
];

/** Written to take longer than their length. */
const hurtful: Record<string, (length: number) => string> = {
  marks: (length) => `a${"\u0300\u0316".repeat(length / 2)}`,
  halfWidthMarks: (length) => `a${"\uFF9E\u0316".repeat(length / 2)}`,
  marksApart: (length) => "a\u0316\u0300\u0301".repeat(length / 4),
  blanks: (length) => `a${" ".repeat(length)}b`,
  fullStops: (length) => `a${".".repeat(length)}b`,
  lineEnds: (length) => `a${"\r\n ".repeat(length / 3)}b`,
  brackets: (length) => "[".repeat(length),
  quotationMarks: (length) => '"a'.repeat(length / 2),
  domains: (length) => `a@${"a.".repeat(length / 2)}`,
  halvesOfAPair: (length) => "\uD800a".repeat(length / 2),
};

test.each(takers)(
  "%s takes time in proportion to what was written to hurt",
  async (_name, take) => {
    const growth = await measureGrowth((size) => {
      for (const write of Object.values(hurtful)) take(write(size));
    }, 12_000);
    expect(isLinearGrowth(growth), `${growth} times the work`).toBe(true);
  },
);

describe("marks on a letter", () => {
  test("are kept as they are where a script may need them", () => {
    const vietnamese = "Nguyễn".normalize("NFD");
    expect(tidyText(vietnamese)).toBe("Nguyễn");
    const stacked = `a${"\u0316".repeat(maxMarksInARow)}b`;
    expect(cutMarkRuns(stacked)).toBe(stacked);
  });

  test("are cut after the thirtieth, each run for itself", () => {
    const run = "\u0300\u0316".repeat(maxMarksInARow);
    const kept = "\u0300\u0316".repeat(maxMarksInARow / 2);
    expect(cutMarkRuns(`a${run}b${run}`)).toBe(`a${kept}b${kept}`);
  });
});

test("a text is cut between characters", () => {
  expect(cutText("one", 3)).toBe("one");
  expect(cutText("one", 2)).toBe("on");
  expect(cutText("on😀", 3)).toBe("on");
  expect(cutText("on😀", 4)).toBe("on😀");
});

describe.each([
  ["a typed text", tidyText],
  ["the text of a file", (text: string) => freezeText(text).text],
])("control characters that a paste brings along to %s", (_what, keep) => {
  test.each([
    ["Word's line within a paragraph", "first\u000Bsecond", "first\nsecond"],
    ["a page's end", "first\u000Csecond", "first\nsecond"],
    ["Unicode's line end", "first\u2028second", "first\nsecond"],
    ["Unicode's paragraph end", "first\u2029second", "first\nsecond"],
    ["an old Mac's line end", "first\rsecond", "first\nsecond"],
    ["Word's end of a cell", "first\u0007second", "first\tsecond"],
    ["Word's hyphen", "care\u001Eleaver", "care\u2011leaver"],
    ["Word's place for a hyphen", "grand\u001Fmother", "grandmother"],
    ["Windows' quotes", "\u0093we don\u0092t\u0094", "“we don’t”"],
    ["what nobody sees", "one\u0000 two\u0003", "one two"],
  ])("%s is read as it was seen", (_name, pasted, kept) => {
    expect(keep(`So: ${pasted}.`)).toBe(`So: ${kept}.`);
  });
});

test("50,000 characters from Word keep every sign that means something, and count the same on both sides", () => {
  // Curly quotes, a list in Symbol's bullets, a soft line, a no-break space and hyphen, a hyphen that shows where a line ends.
  const onClipboard =
    "“We’re listening,” they said\u2014and didn’t…\r\n\uF0B7\tOne\u00A0child\u000Band hers\r\n\uF0FC\tCo\u00ADoperate, twenty\u001Eone\r\n";
  const asSeen =
    "“We’re listening,” they said—and didn’t…\n•\tOne\u00A0child\nand hers\n✓\tCo\u00ADoperate, twenty\u2011one\n";
  const most = 50_000;
  const times = Math.floor(most / countCharacters(asSeen));
  const rest = "x".repeat(most - times * countCharacters(asSeen));
  const pasted = onClipboard.repeat(times) + rest;
  const kept = tidyText(pasted);
  expect(kept).toBe(asSeen.repeat(times) + rest);
  expect(countCharacters(kept)).toBe(most);
  expect(countInBrowser(pasted)).toBe(most);
  const question = { type: "long-text", maxCharacters: most } as const;
  expect(check(question, pasted)).toMatchObject({ success: true, data: kept });
  expect(check(question, `${pasted}x`)).toMatchObject({ success: false });
});

test("a text in which nothing can be seen is empty", () => {
  for (const unseen of ["\u200B", " \u200E\n", "\u2800\u2800", "\u00A0\uFEFF"])
    expect(tidyText(unseen)).toBe("");
  for (const seen of [
    ".",
    "\u200Ea",
    "\u2764\uFE0F",
    "\u{1F468}\u200D\u{1F467}",
  ])
    expect(tidyText(seen)).toBe(seen);
});

test("blanks before a line end go, blanks within a line stay", () => {
  expect(freezeText("one  two \t\nthree\t").text).toBe("one  two\nthree");
});

test("a very long file name keeps its beginning and its extension", () => {
  const name = cleanFileName(`Minutes ${"x".repeat(5_000)}.PDF`);
  expect(name).toMatch(/^Minutes x+….*pdf$/i);
  expect([...name]).toHaveLength(200);
});

test("text is normalised in one place, which bounds it", () => {
  const places = listProjectFiles()
    .filter((file) => /^(app|server)/.test(file))
    // A browser counts what is typed into it, on its own time.
    .filter((file) => !file.startsWith("app/enhance/"))
    .filter((file) => file !== "app/ui/reading/tag-order.ts")
    .filter((file) => /\.normalize\(/.test(readFileSync(file, "utf8")))
    .sort();
  // A letter is taken apart alone; app/db knows no domain.
  expect(places).toEqual([
    "app/db/search-folding.ts",
    "app/db/search-words.ts",
    "app/domain/text/foreign-text.ts",
  ]);
});
