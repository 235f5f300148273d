import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inspect } from "#tests/asking/inspection.ts";
import {
  makeCompoundFile,
  makeDocx,
  makePdf,
} from "#tests/fixtures/documents.ts";
import { makeZip } from "#tests/fixtures/zip.ts";

const openXml = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

/** An Office document of a kind that is not taken. */
function office(part: string, mainType: string) {
  const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`;
  return makeZip([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${mainType}"/></Types>`,
    },
    { name: "_rels/.rels", content: relationships },
    { name: part, content: "<p/>" },
  ]);
}

const withMimetype = (mimetype: string) =>
  makeZip([
    { name: "mimetype", content: mimetype },
    { name: "content.xml", content: "<office:document-content/>" },
  ]);

const slides = office(
  "ppt/presentation.xml",
  `${openXml}.presentationml.presentation.main+xml`,
);
const template = office(
  "word/document.xml",
  `${openXml}.wordprocessingml.template.main+xml`,
);
const pages = makeZip([
  { name: "Index/Document.iwa", content: "a" },
  { name: "Metadata/DocumentIdentifier", content: "a" },
]);
const oldPages = makeZip([{ name: "index.xml", content: "<sl:document/>" }]);
const xps = makeZip([
  { name: "[Content_Types].xml", content: "<Types/>" },
  { name: "FixedDocSeq.fdseq", content: "<FixedDocumentSequence/>" },
]);
const folder = makeZip([
  { name: "letter.docx", content: "a" },
  { name: "photo.jpg", content: "b" },
]);
const lockedFolder = makeZip([
  { name: "a.txt", content: "a", claims: { isEncrypted: true } },
]);
const mail = makeCompoundFile("__properties_version1.0");
const slidesOf2003 = makeCompoundFile("PowerPoint Document");
const lockedOffice = makeCompoundFile("EncryptedPackage");
const bitmap = Buffer.concat([Buffer.from("BM"), Buffer.alloc(100)]);
const scan = Buffer.from("II*\0\x08\0\0\0\0\0", "latin1");
const gif = Buffer.from("GIF89a\x01\0\x01\0", "latin1");

describe("a file is told what it is, whatever its name says", () => {
  const takenNames = [
    "a.docx",
    "a.xlsx",
    "a.odt",
    "a.pdf",
    "a.png",
    "a.rtf",
    "a",
  ];
  const foreign: [reason: string, what: string, bytes: Buffer][] = [
    ["foreign-document", "slides", slides],
    ["foreign-document", "a template", template],
    [
      "foreign-document",
      "LibreOffice's slides",
      withMimetype(`${openDocument}.presentation`),
    ],
    [
      "foreign-document",
      "LibreOffice's table",
      withMimetype(`${openDocument}.spreadsheet`),
    ],
    [
      "foreign-document",
      "LibreOffice's template",
      withMimetype(`${openDocument}.text-template`),
    ],
    ["foreign-document", "a book", withMimetype("application/epub+zip")],
    ["foreign-document", "a document of Pages", pages],
    ["foreign-document", "one of an older Pages", oldPages],
    ["foreign-document", "an XPS document", xps],
    ["foreign-document", "a mail of Outlook", mail],
    ["archive", "a folder in a ZIP", folder],
    ["archive", "packed by gzip", gzipSync(Buffer.from("words"))],
    ["encrypted", "a locked ZIP", lockedFolder],
    ["encrypted", "a locked document", lockedOffice],
    ["foreign-document", "slides of 2003", slidesOf2003],
    ["foreign-photo", "a bitmap", bitmap],
    ["foreign-photo", "a scan", scan],
    ["foreign-photo", "a GIF", gif],
  ];
  test.each(
    foreign.flatMap(([reason, what, bytes]) =>
      takenNames.map((name) => [reason, what, name, bytes] as const),
    ),
  )("%s: %s as %s", async (reason, _what, name, bytes) => {
    expect(await inspect(name, bytes)).toMatchObject({ ok: false, reason });
  });
});

describe("a name of a kind that is not taken is told what to do", () => {
  test.each<[reason: string, name: string, bytes: Buffer | string]>([
    ["archive", "files.zip", folder],
    ["archive", "files.7z", "7z\xbc\xaf\x27\x1c"],
    ["archive", "files.rar", "Rar!\x1a\x07"],
    ["archive", "files.tar.gz", gzipSync(Buffer.alloc(1_000_000))],
    ["foreign-document", "letter.dotx", template],
    [
      "foreign-document",
      "letter.ott",
      withMimetype(`${openDocument}.text-template`),
    ],
    ["foreign-document", "letter.wpd", "\xffWPC"],
    ["foreign-document", "letter.hwp", "HWP Document File"],
    ["wrong-type", "saved page.mht", "MIME-Version: 1.0"],
    ["foreign-photo", "photo.cr2", "II*\0"],
    ["old-format", "letter.doc", "{\\rtf1 Hello}"],
    ["old-format", "letter.doc", "<html><p>Saved by Word</p>"],
    ["foreign-document", "talk.ppt", slidesOf2003],
    ["old-format", "table.xls", lockedOffice],
    ["empty", "letter.doc", ""],
    ["wrong-type", "program.exe", Buffer.from("MZ\x90\0\x03")],
  ])("%s: %s", async (reason, name, bytes) => {
    expect(await inspect(name, bytes)).toMatchObject({ ok: false, reason });
  });
});

test("what is taken under another name than its own is told which it is", async () => {
  for (const [name, bytes, found] of [
    ["letter.pdf", makeDocx(), "docx"],
    ["letter.docx", makePdf(), "pdf"],
    ["letter.pages", makePdf(), "pdf"],
    ["letter.pdf", "An ordinary letter.", "txt"],
  ] as const)
    expect(await inspect(name, bytes)).toEqual({
      ok: false,
      reason: "mismatch",
      found,
    });
});
