import { expect, test } from "vitest";
import { describeFileText } from "#app/screens/review/file-text.ts";

const there = { hasMachine: true };
const notThere = { hasMachine: false };

test.each([
  ["no-text", "PDF", notThere, /^Scanned.*Tesseract.*not installed/],
  ["no-text", "PDF", there, /^Scanned.*No words have been read/],
  ["no-text", "JPEG image", notThere, /^A picture.*Tesseract.*not installed/],
  ["no-text", "JPEG image", there, /^A picture.*No words have been read/],
  ["no-text", "RTF document", there, /takes no text out of files of this kind/],
  ["no-text", "Plain text", notThere, /^There are no words in it/],
  ["failed", "PDF", there, /damaged, locked or too large/],
] as const)(
  "a file without text is tagged and says why: %s, %s, %j",
  (extractionState, typeLabel, machine, why) => {
    const file = { extractionState, typeLabel };
    const { tag, words } = describeFileText(file, machine);
    expect(tag).toBe("No text");
    expect(words).toMatch(why);
    expect(words).toMatch(/ Open the file\.$/);
  },
);

test.each(["waiting", "done"] as const)(
  "one whose text is there or on its way has no tag: %s",
  (extractionState) => {
    const file = { extractionState, typeLabel: "PDF" };
    expect(describeFileText(file, there).tag).toBeUndefined();
  },
);

test("beside the text of a file stands that it cannot be redacted, and what leaves of it", () => {
  const file = { extractionState: "done", typeLabel: "PDF" } as const;
  const { words } = describeFileText(file, there);
  expect(words).toMatch(/cannot be redacted.*are in no export.*are, but none/);
});
