import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readReferenceList } from "#app/domain/evidence/reading/read-list.server.ts";
import { writeBibtex } from "#app/domain/evidence/writing/write-bibtex.ts";
import { writeCslJson } from "#app/domain/evidence/writing/write-csl-json.ts";
import { writeRis } from "#app/domain/evidence/writing/write-ris.ts";
import type { WrittenItem } from "#app/domain/evidence/writing/written-item.ts";
import {
  bibWithFaults,
  cslWithFaults,
  nbibOfTwo,
  risWithOddities,
} from "#tests/fixtures/reference-lists.ts";
import { hasSharedData, sharedData } from "#tests/fixtures/shared-data.ts";

function readItems(bytes: Buffer): WrittenItem[] {
  const reading = readReferenceList(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.list.items.map(({ csl, own }) => ({ csl, own }));
}

const writers = { writeRis, writeBibtex, writeCslJson };

/** What each format has another meaning for, in every field that can hold it. */
const awkward: WrittenItem[] = [
  {
    csl: {
      type: "dataset",
      title:
        "50% of {braces} & a #hash_tag, $5 ^ ~ \\ | \"quoted\" 'it' --- p < 0.05 > `x` ?` !`",
      author: [
        { family: "van and der Berg", given: "Anna Maria" },
        { literal: "Health, Care and Partners" },
        { literal: "others" },
        { family: "O'Neil", given: "S.", suffix: "Jr." },
      ],
      editor: [{ family: "Łukasz", given: "Żółć" }],
      "collection-editor": [{ literal: "One" }, { literal: "Two" }],
      issued: { literal: "in press" },
      page: "S1-S5, S7",
      number: "7",
      DOI: "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
      URL: "https://example.org/a_b?c=d&e=%20#f~g",
      ISBN: "978-1-4799-1922-2",
      ISSN: "1534-5181",
      PMID: "1",
      PMCID: "PMC2",
      ORCID: "0000-0002-1825-0097 0000-0001-5109-3700",
      keyword: "Education, Medical",
      abstract: "TY - is no tag here. @article{x, is no record.",
      note: "ER  - ",
    },
    own: {
      kind: "evaluation",
      design: "service-evaluation",
      strength: "limited",
      population: "Carers: of children",
      setting: "Wales",
      found: "Nobody knows; 50% say so",
      funder: "A & B",
      interests: "None",
      topics: ["breaks", "work-and-care"],
    },
  },
  { csl: { type: "speech", title: "A talk" }, own: {} },
  {
    csl: {
      type: "article-journal",
      title: "With a number and no issue",
      number: "e12",
      keyword: "a, b; c",
      issued: { "date-parts": [[2020, 2, 29]] },
    },
    own: {},
  },
];

describe.each(Object.entries(writers))("%s", (_name, write) => {
  const round = (items: WrittenItem[]) => readItems(Buffer.from(write(items)));

  test("is read again as what was written, whatever signs are in it", () => {
    // A note of nothing but a tag says nothing after its blanks are cut.
    const [first, ...rest] = awkward;
    if (!first) throw new Error("There is no first item");
    const tidy = { ...first, csl: { ...first.csl, note: "ER -" } };
    expect(round(awkward)).toEqual([tidy, ...rest]);
  });

  test.each([
    ["RIS", risWithOddities],
    ["PubMed", nbibOfTwo],
    ["BibTeX", bibWithFaults],
    ["CSL-JSON", cslWithFaults],
  ])("loses nothing of what came as %s", (_format, text) => {
    const items = readItems(Buffer.from(text));
    expect(round(items)).toEqual(items);
  });

  test.skipIf(!hasSharedData("references"))(
    "loses nothing of ../shared/data/references (skipped where it is not there)",
    () => {
      const folder = path.join(sharedData, "references");
      const files = readdirSync(folder).filter((file) =>
        /\.(ris|txt)$|^(complex|utf8-bom|testjabref)\.bib$/.test(file),
      );
      // BibTeX takes milliseconds a record, so each eighth of it stands for the others.
      const items = files
        .flatMap((file) => readItems(readFileSync(path.join(folder, file))))
        .filter((_item, at) => write !== writeBibtex || at % 8 === 0);
      expect(items.length).toBeGreaterThan(30);
      expect(round(items)).toEqual(items);
    },
  );
});
