import { describe, expect, test } from "vitest";
import {
  makeCompoundFile,
  makeDocx,
  makeJpeg,
  makeOdt,
  makePdf,
  makePng,
} from "#tests/fixtures/documents.ts";
import {
  inspect,
  withDocument,
  withEntries,
} from "#tests/asking/inspection.ts";
import { makeZip } from "#tests/fixtures/zip.ts";

const macroType = "application/vnd.ms-word.document.macroEnabled.main+xml";
const zeros = (byteSize: number) => Buffer.alloc(byteSize);

const testVirus = [
  "X5O!P%@AP[4\\PZX54(P^)7CC)7}$",
  "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
].join("");
const archive = makeZip([{ name: "a.txt", content: "a" }]);
const joined = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

describe("two kinds of file in one, and a virus that every scanner finds, are refused", () => {
  const table: [string, string, Buffer | string][] = [
    ["two-in-one", "page.pdf", joined("<html><script>a()</script>", makePdf())],
    ["two-in-one", "page.pdf", joined("\n \0<svg>", makePdf())],
    ["two-in-one", "program.pdf", joined("MZ\x90", makePdf())],
    ["two-in-one", "shell.pdf", joined("#!/bin/sh\n", makePdf())],
    ["two-in-one", "archive.pdf", joined(makePdf(), archive)],
    ["two-in-one", "archive.jpg", joined(makeJpeg(), archive)],
    ["two-in-one", "archive.png", joined(makePng(), archive, "\0".repeat(9))],
    ["two-in-one", "archive.rtf", joined("{\\rtf1 Hello", archive, "}")],
    [
      "two-in-one",
      "letter.docx",
      makeZip([
        { name: "%PDF-1.7", content: "x" },
        { name: "a", content: "a" },
      ]),
    ],
    ["malware", "virus.txt", testVirus],
    ["malware", "virus.csv", `a,b\n${testVirus}`],
    ["malware", "virus.pdf", makePdf({ text: testVirus })],
    [
      "malware",
      "letter.docx",
      withEntries({ name: "word/media/a.bin", content: testVirus }),
    ],
  ];
  test.each(table)("%s: %s", async (reason, name, bytes) => {
    expect(await inspect(name, bytes)).toEqual({ ok: false, reason });
  });
});

describe("refused", () => {
  const table: [string, string, Buffer | string][] = [
    ["empty", "report.pdf", ""],
    ["wrong-type", "page.pdf", "<!doctype html><script>alert(1)</script>"],
    ["wrong-type", "page.html", "<!doctype html><p>Hello"],
    ["wrong-type", "drawing.svg", "<svg onload='alert(1)'/>"],
    ["wrong-type", "script.js", "alert(1)"],
    ["wrong-type", "program.exe", Buffer.from("MZ\x90\0\x03")],
    ["wrong-type", "program.docx", Buffer.from("MZ\x90\0\x03")],
    ["wrong-type", "no extension", "plain words"],
    ["foreign-photo", "scan.tiff", "II*\0"],
    ["foreign-document", "talk.pptx", makeZip([{ name: "a", content: "a" }])],
    [
      "foreign-document",
      "letter.pages",
      makeZip([{ name: "a", content: "a" }]),
    ],
    ["foreign-document", "what they wrote.eml", "From: a@review.example"],
    ["not-text", "binary.txt", Buffer.from("a\0b")],
    ["not-text", "binary.csv", Buffer.from("a,b\0c\n")],
    ["markup", "page.txt", " <html>"],
    ["mismatch", "report.txt", makePdf()],
    ["mismatch", "report.csv", makeDocx()],
    ["mismatch", "report.docx", makePdf()],
    ["mismatch", "report.pdf", makeDocx()],
    ["mismatch", "letter.docx", makeOdt()],
    ["mismatch", "letter.xlsx", makeDocx()],
    ["old-format", "letter.doc", makeCompoundFile("WordDocument")],
    ["old-format", "letter.docx", makeCompoundFile("WordDocument")],
    ["encrypted", "letter.docx", makeCompoundFile("EncryptedPackage")],
    [
      "encrypted",
      "letter.docx",
      withEntries({
        name: "x.xml",
        content: "x",
        claims: { isEncrypted: true },
      }),
    ],
    [
      "encrypted",
      "letter.odt",
      makeOdt("", { manifest: "<manifest:encryption-data/>" }),
    ],
    ["macro", "letter.docx", makeDocx({ mainType: macroType })],
    ["macro", "letter.docm", makeDocx({ mainType: macroType })],
    [
      "macro",
      "letter.docx",
      withEntries({ name: "word/vbaProject.bin", content: "x" }),
    ],
    ["corrupt", "report.pdf", "%PDF-1.7\n"],
    ["corrupt", "report.pdf", makePdf().subarray(0, 300)],
    ["corrupt", "letter.docx", makeDocx().subarray(0, -30)],
    [
      "corrupt",
      "letter.docx",
      withEntries({ name: "word/a.xml", content: "a", claims: { crc: 1 } }),
    ],
    [
      "corrupt",
      "letter.docx",
      withEntries({
        name: "word/a.xml",
        content: zeros(5_000_000),
        claims: { byteSize: 10 },
      }),
    ],
    ["corrupt", "chart.png", makePng().subarray(0, 40)],
    ["corrupt", "photo.jpg", makeJpeg({ isWhole: false })],
    ["corrupt", "letter.rtf", "{\\rtf1 Hello"],
    [
      "image-too-large",
      "chart.png",
      makePng({ width: 30_000, height: 30_000 }),
    ],
    [
      "unsafe-archive",
      "letter.docx",
      withEntries({ name: "../../evil.txt", content: "x" }),
    ],
    [
      "unsafe-archive",
      "letter.docx",
      withEntries({ name: "..\\evil.txt", content: "x" }),
    ],
    [
      "unsafe-archive",
      "letter.docx",
      withEntries({
        name: "word/link",
        content: "/etc/passwd",
        claims: { isSymbolicLink: true },
      }),
    ],
    [
      "unsafe-archive",
      "letter.docx",
      withEntries({ name: "word/inner.zip", content: "x" }),
    ],
    [
      "unsafe-archive",
      "letter.docx",
      withEntries(
        { name: "word/a.xml", content: "1" },
        { name: "word/a.xml", content: "2" },
      ),
    ],
    [
      "unsafe-archive",
      "letter.docx",
      withDocument(
        '<!DOCTYPE d [<!ENTITY a "ha">]><w:document>&a;</w:document>',
      ),
    ],
    [
      "embedded-file",
      "report.pdf",
      makePdf({
        catalog: "/Names<</EmbeddedFiles<</Names[(a.txt) 6 0 R]>>>>",
        objects: [
          "<</Type/Filespec/F(a.txt)/EF<</F 7 0 R>>>>",
          "<</Type/EmbeddedFile/Length 1>>stream\na\nendstream",
        ],
      }),
    ],
  ];
  test.each(table)("%s: %s", async (reason, name, bytes) => {
    expect(await inspect(name, bytes)).toMatchObject({ ok: false, reason });
  });
});
