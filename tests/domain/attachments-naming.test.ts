import { expect, test } from "vitest";
import { makeDocx, makePdf, wordParagraph } from "#tests/fixtures/documents.ts";
import { inspect, withEntries } from "#tests/asking/inspection.ts";

type Row = [flag: string, name: string, bytes: Buffer | string];

const properties = (name: string, content: string) =>
  withEntries({ name, content: `<p>${content}</p>` });

const documentProperties: Row[] = [
  [
    "document-properties",
    "creator.docx",
    properties("docProps/core.xml", "<dc:creator>A. Author</dc:creator>"),
  ],
  [
    "document-properties",
    "saved-by.docx",
    properties(
      "docProps/core.xml",
      "<cp:lastModifiedBy>A. Author</cp:lastModifiedBy>",
    ),
  ],
  [
    "document-properties",
    "company.docx",
    properties("docProps/app.xml", "<Company>The Council</Company>"),
  ],
  [
    "document-properties",
    "own.docx",
    properties("docProps/custom.xml", "<vt:lpwstr>A. Author</vt:lpwstr>"),
  ],
  [
    "document-properties",
    "letter.rtf",
    "{\\rtf1{\\info{\\author A. Author}}Hello}",
  ],
  [
    "document-properties",
    "report.pdf",
    makePdf({ info: "<</Author(A. Author)>>" }),
  ],
];

const field = (code: string) =>
  makeDocx({ body: `<w:p><w:r><w:fldChar/>${code}</w:r></w:p>` });

const ddeFields: Row[] = [
  [
    "dde-field",
    "in one.docx",
    field("<w:instrText> DDEAUTO c:\\\\x </w:instrText>"),
  ],
  [
    "dde-field",
    "in parts.docx",
    field(
      "<w:instrText>DD</w:instrText></w:r><w:r><w:instrText>E c:\\\\x</w:instrText>",
    ),
  ],
  ["dde-field", "simple.docx", field('<w:fldSimple w:instr="dde c:\\\\x"/>')],
  [
    "dde-field",
    "in digits.docx",
    field("<w:instrText>&#68;DE x</w:instrText>"),
  ],
  ["dde-field", "letter.rtf", "{\\rtf1{\\field{\\*\\fldinst DDEAUTO x}}}"],
];

test.each([...documentProperties, ...ddeFields])(
  "%s: %s",
  async (flag, name, bytes) => {
    expect(await inspect(name, bytes)).toMatchObject({
      ok: true,
      flags: [flag],
    });
  },
);

test("a word that holds the letters and an empty property are no reason to warn", async () => {
  const named = field("<w:instrText>HYPERLINK ADDED</w:instrText>");
  expect(await inspect("a.docx", named)).toMatchObject({ flags: [] });
  const written = makeDocx({ body: wordParagraph("DDEAUTO is a field.") });
  expect(await inspect("a.docx", written)).toMatchObject({ flags: [] });
  const empty = properties("docProps/core.xml", "<dc:creator> </dc:creator>");
  expect(await inspect("a.docx", empty)).toMatchObject({ flags: [] });
});
