import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readListInThread } from "#app/domain/evidence/read-reference-list.server.ts";
import { readReferenceList } from "#app/domain/evidence/reading/read-list.server.ts";
import {
  listLimits,
  type ReadList,
} from "#app/domain/evidence/reference-list.ts";
import {
  bibWithFaults,
  cslWithFaults,
  nbibOfTwo,
  risWithOddities,
} from "#tests/fixtures/reference-lists.ts";
import { hasSharedData, sharedData } from "#tests/fixtures/shared-data.ts";

function readList(text: string | Buffer): ReadList {
  const reading = readReferenceList(Buffer.from(text));
  if (!reading.ok) throw new Error(reading.reason);
  return reading.list;
}

const titlesOf = ({ items }: ReadList) => items.map(({ csl }) => csl.title);
const told = (all: { line: number; reason: string }[]) =>
  all.map(({ line, reason }) => [line, reason]);

describe("a RIS list", () => {
  const list = readList(risWithOddities);

  test("keeps every record, whatever is odd about it, and tells what is", () => {
    expect(list.format).toBe("ris");
    expect(titlesOf(list)).toEqual([
      "Breaks that carers take",
      "One space before the hyphen",
      "A kind that is not told",
      "No end",
    ]);
    expect(list.broken).toEqual([]);
    expect(told(list.remarks)).toEqual([
      [21, "outside-record"],
      [23, "year-not-read"],
      [28, "no-end"],
      [30, "no-end"],
    ]);
  });

  test("has each field in the place that CSL has for it", () => {
    expect(list.items[0]?.csl).toEqual({
      type: "article-journal",
      title: "Breaks that carers take",
      "container-title": "Journal of Care",
      author: [
        { family: "Ferreira", given: "Ana" },
        { family: "O'Neil", given: "Sam", suffix: "Jr." },
      ],
      issued: { "date-parts": [[2019, 3, 4]] },
      volume: "12",
      issue: "3",
      page: "100-110",
      DOI: "10.1000/ABC",
      keyword: "carers; respite",
      abstract: "Carers rest. They come back. NF-κB is no field.",
      note: "Kept for later",
    });
    expect(list.items[1]?.csl).toMatchObject({
      type: "report",
      author: [{ literal: "Department of Care, Health" }],
      issued: { literal: "Spring 2018" },
    });
  });
});

test("a PubMed export is read with its names in full, funder and interests", () => {
  const list = readList(nbibOfTwo);
  expect(list.format).toBe("nbib");
  expect(list.items[0]).toEqual({
    line: 2,
    csl: {
      type: "article-journal",
      title: "Breaks that carers take.",
      "container-title": "Journal of care",
      author: [{ family: "Ferreira", given: "Ana" }],
      issued: { "date-parts": [[2019, 3, 4]] },
      volume: "12",
      issue: "3",
      page: "123-131",
      DOI: "10.1000/abc",
      PMID: "31649834",
      ORCID: "0000-0002-1825-0097",
      language: "eng",
      keyword: "Carers; respite",
      abstract: "Carers rest.",
    },
    own: {
      funder: "G1/Wellcome Trust/United Kingdom",
      interests: "None declared.",
    },
  });
  expect(titlesOf(list)).toEqual(["Breaks that carers take.", "The second"]);
});

test("of a BibTeX file with faults the good records stay, and each broken one is told by its line", () => {
  const list = readList(bibWithFaults);
  expect(titlesOf(list)).toEqual([
    "Breaks & Carers: p < 0.05",
    "A paper",
    "Proceedings",
    "One brace too many",
  ]);
  expect(told(list.broken)).toEqual([
    [5, "not-closed"],
    [9, "not-readable"],
    [12, "not-closed"],
  ]);
  expect(told(list.remarks)).toEqual([[10, "outside-record"]]);
  expect(list.items[0]?.csl).toMatchObject({
    "container-title": "Journal of Care",
    author: [
      { family: "Ferreira", given: "Ana" },
      { literal: "Department of Care" },
    ],
    issue: "3",
    keyword: "b; a",
  });
  expect(list.items[1]?.csl).toMatchObject({
    type: "paper-conference",
    publisher: "Smith and Sons",
  });
});

test("of CSL-JSON that stops half way the good records stay; an unknown kind is a document", () => {
  const list = readList(cslWithFaults);
  expect(titlesOf(list)).toEqual(["First", "A new kind", "After it"]);
  expect(told(list.broken)).toEqual([
    [5, "not-closed"],
    [7, "not-a-record"],
    [8, "not-closed"],
  ]);
  expect(list.items[0]?.csl).toMatchObject({
    author: [{ family: "van der Berg", given: "Anna" }, { literal: "WHO" }],
    issued: { "date-parts": [[2019, 3]] },
  });
  expect(list.items[1]?.csl.type).toBe("document");
});

test.each([
  ["one object", `{"title": "Alone"}`, ["Alone"]],
  ["Zotero's items", `{"items": [{"title": "A"}, {"title": "B"}]}`, ["A", "B"]],
  ["an empty array", `[]`, []],
])("CSL-JSON may be %s", (_name, text, titles) => {
  expect(titlesOf(readList(text))).toEqual(titles);
});

test.each([
  ["Windows", Buffer.from("TY  - JOUR\nTI  - Caf\xe9\nER  - ", "latin1")],
  ["UTF-16", Buffer.from("\uFEFFTY  - JOUR\nTI  - Café\nER  - ", "utf16le")],
])("a list that %s saved is read", (_name, bytes) => {
  expect(titlesOf(readList(bytes))).toEqual(["Café"]);
});

test.each([
  ["nothing", " \n", "empty"],
  ["a letter", "Dear review,\n@ noon I read a paper.", "unknown-format"],
  ["a PDF", "%PDF-1.7\n%âãÏÓ", "unknown-format"],
  [
    "20,000 records",
    "TY  - JOUR\nTI  - One of many\nER  - \n".repeat(20_000),
    "too-many-records",
  ],
  [
    "20,000 objects",
    `[${`{"title":"One"},`.repeat(20_000)}{}]`,
    "too-many-records",
  ],
  [
    "lines without end",
    "\n".repeat(listLimits.lines + 2) + "x",
    "too-many-lines",
  ],
])("%s is refused as a whole, with the reason", (_name, text, reason) => {
  expect(readReferenceList(Buffer.from(text))).toEqual({ ok: false, reason });
});

test("one record that is too long is listed, and the others stay", () => {
  const long = `{"title": "${"x".repeat(listLimits.recordCodeUnits)}"}`;
  const list = readList(`[{"title": "A"},\n${long},\n{"title": "B"}]`);
  expect(titlesOf(list)).toEqual(["A", "B"]);
  expect(told(list.broken)).toEqual([[2, "too-long"]]);
});

test("a list is read in a thread, and one that is too large is not sent there", async () => {
  const reading = await readListInThread(Buffer.from(bibWithFaults), "draft-1");
  expect(reading.ok && reading.list.items.length).toBe(4);
  const large = new Uint8Array(listLimits.bytes + 1);
  expect(await readListInThread(large, "draft-1")).toEqual({
    ok: false,
    reason: "too-many-bytes",
  });
});

const folder = path.join(sharedData, "references");

/** Of each file: its records, and the lines that belong to none. */
const counts: [file: string, items: number, outside?: number][] = [
  ["_baseline.ris", 100],
  ["baseline_zotero.ris", 100],
  ["baseline_reference_types.ris", 61],
  ["baseline_empty_values.ris", 4],
  ["baseline_tag-notes_zotero.ris", 4],
  ["baseline_tag_and_field_definitions_lists.ris", 1],
  ["faulty_year.ris", 1],
  ["ovid_psycinfo.ris", 6, 18],
  ["ovid_zotero.ris", 6],
  ["pubmed_zotero.ris", 6],
  ["pubmed_endnote.txt", 6],
  ["ris_issue_992.txt", 19],
  ["articleWithTitle.bib", 1],
  ["bibWithUserComments.bib", 2],
  ["complex.bib", 19],
  ["crossref.bib", 4],
  ["jabref-authors.bib", 209],
  ["othertype.bib", 1],
  ["testjabref.bib", 6],
  ["utf8-bom.bib", 2],
];

describe.skipIf(!hasSharedData("references"))(
  "the lists of ../shared/data/references (skipped where they are not there)",
  () => {
    test.each(counts)(
      "%s has %i records, and none is lost",
      (file, items, outside = 0) => {
        const list = readList(readFileSync(path.join(folder, file)));
        expect(list.items).toHaveLength(items);
        expect(list.broken).toEqual([]);
        const strays = list.remarks.filter(
          ({ reason }) => reason === "outside-record",
        );
        expect(strays).toHaveLength(outside);
      },
    );
  },
);
