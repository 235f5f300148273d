import { expect, test } from "vitest";
import { cutBibtex } from "#app/domain/evidence/reading/cut-bibtex.ts";
import { readCslJson } from "#app/domain/evidence/reading/read-csl-json.ts";
import { readReferenceList } from "#app/domain/evidence/reading/read-list.server.ts";
import { readRis } from "#app/domain/evidence/reading/read-ris.ts";
import { tidyRecord } from "#app/domain/evidence/reading/tidy-record.ts";
import {
  isLinearGrowth,
  measureGrowth,
  readingMade,
} from "#tests/setup/growth.ts";

const repeated = (stretch: string) => (size: number) =>
  stretch.repeat(Math.ceil(size / stretch.length));

const manyKinds = [
  "TY  - JOUR\nTI  - One\nAU  - A, B\nKW  - x\ny\nER  - \n",
  "TY  - JOUR\n and on and on\n",
  "nothing\n",
  "KW  - x\n",
].map(repeated);

test("a RIS list is read in a time that grows with it", async () => {
  const make = (size: number) =>
    manyKinds.map((stretch) => stretch(size / 4)).join("");
  const read = readingMade(make, (text) =>
    readRis(text.split("\n")).records.map(tidyRecord),
  );
  expect(isLinearGrowth(await measureGrowth(read, 50_000))).toBe(true);
});

test.each([
  ["comments that do not close", "@comment{\n"],
  ["records that do not close", "@article{a, title={\n"],
  ["abbreviations", "@string{a = {b}}\n"],
  ["blank lines and braces", "\n   \n{{"],
])(
  "a BibTeX file of %s is cut in a time that grows with it",
  async (_name, stretch) => {
    const cut = readingMade(repeated(stretch), cutBibtex);
    expect(isLinearGrowth(await measureGrowth(cut, 50_000))).toBe(true);
  },
);

test.each([
  ["objects that do not close", '{"a": "\n'],
  ["brackets", "[{"],
])(
  "CSL-JSON of %s is read in a time that grows with it",
  async (_name, stretch) => {
    const read = readingMade(repeated(stretch), readCslJson);
    expect(isLinearGrowth(await measureGrowth(read, 10_000))).toBe(true);
  },
);

test("one field costs what its length costs", async () => {
  const make = (size: number) =>
    Buffer.from(
      ["TI  - ", "AU  - ", "DO  - "]
        .map((tag) => `${tag}${repeated(" <p A, \u0300")(size / 3)}\n`)
        .join(""),
    );
  const read = readingMade(make, readReferenceList);
  expect(isLinearGrowth(await measureGrowth(read, 50_000))).toBe(true);
});
