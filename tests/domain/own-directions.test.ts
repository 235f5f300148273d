import { expect, test } from "vitest";
import { ownDirections } from "#app/ui/own-directions.ts";

const paragraph = (length: number) => "a".repeat(length);

test.each([
  ["nothing", ""],
  ["short paragraphs, however many", `${paragraph(19_000)}\n`.repeat(40)],
  ["one as long as may be", paragraph(20_000)],
])("each paragraph has its own direction in %s", (_name, text) => {
  expect(ownDirections(text)).toBe("heard-own-directions");
});

test.each([
  ["the only one", paragraph(20_001)],
  ["the first", `${paragraph(20_001)}\nshort`],
  ["the last", `short\n\n${paragraph(800_000)}`],
])(
  "a text has one direction where a paragraph is too long: %s",
  (_name, text) => {
    expect(ownDirections(text)).toBe("");
  },
);
