import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inspectFile } from "#app/domain/attachments/inspection.server.ts";
import {
  makeCompoundFile,
  makeDocx,
  makeJpeg,
  makeOdt,
  makePdf,
  makePng,
  makeXlsx,
  wordParagraph,
} from "#tests/fixtures/documents.ts";
import { makeZip, type ZipEntry } from "#tests/fixtures/zip.ts";
import { makeTestFolder } from "#tests/setup/database.ts";

async function inspect(name: string, bytes: Buffer | string) {
  const file = path.join(makeTestFolder(), randomUUID());
  writeFileSync(file, bytes);
  return inspectFile(file, name);
}

const macroType = "application/vnd.ms-word.document.macroEnabled.main+xml";
const zeros = (byteSize: number) => Buffer.alloc(byteSize);
const withEntries = (...entries: ZipEntry[]) => makeDocx({ entries });
const makeBombPdf = (content: Buffer) => {
  const packed = deflateSync(content).toString("latin1");
  const stream = `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed}\nendstream`;
  return makePdf({ objects: [stream] });
};
const withDocument = (content: string) =>
  withEntries({ name: "word/document.xml", content });

describe("taken", () => {
  const table: [string, Buffer | string, string][] = [
    ["report.pdf", makePdf(), "pdf"],
    ["REPORT.PDF", makePdf(), "pdf"],
    ["letter.docx", makeDocx(), "docx"],
    ["letter.odt", makeOdt(), "odt"],
    ["figures.xlsx", makeXlsx(), "xlsx"],
    ["letter.rtf", "{\\rtf1 Hello}", "rtf"],
    ["notes.txt", "Plain words, £5 and a ’quote’.", "txt"],
    ["utf16.txt", Buffer.from("\ufeffPlain words", "utf16le"), "txt"],
    ["figures.csv", "name,count\nfoster carers,12\n", "csv"],
    ["chart.png", makePng(), "png"],
    ["photo.jpg", makeJpeg(), "jpeg"],
    ["photo.jpeg", makeJpeg(), "jpeg"],
    ["no extension", makePdf(), "pdf"],
    ["mail-header.pdf", Buffer.concat([zeros(300), makePdf()]), "pdf"],
  ];
  test.each(table)("%s", async (name, bytes, typeId) => {
    expect(await inspect(name, bytes)).toEqual({ ok: true, typeId, flags: [] });
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
    ["wrong-type", "archive.zip", makeZip([{ name: "a.txt", content: "a" }])],
    ["wrong-type", "archive.docx", makeZip([{ name: "a.txt", content: "a" }])],
    ["wrong-type", "packed.gz", gzipSync(zeros(1_000_000))],
    ["wrong-type", "no extension", "plain words"],
    ["wrong-type", "binary.txt", Buffer.from("a\0b")],
    ["wrong-type", "binary.csv", Buffer.from("a,b\0\n")],
    ["wrong-type", "page.txt", " <html>"],
    ["mismatch", "report.txt", makePdf()],
    ["mismatch", "report.csv", makeDocx()],
    ["mismatch", "report.docx", makePdf()],
    ["mismatch", "report.pdf", makeDocx()],
    ["mismatch", "letter.docx", makeOdt()],
    ["mismatch", "letter.xlsx", makeDocx()],
    ["mismatch", "photo.jpg", makePng()],
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
    expect(await inspect(name, bytes)).toEqual({ ok: false, reason });
  });
});

describe("taken and flagged", () => {
  const relationship = (type: string) => ({
    name: "word/_rels/document.xml.rels",
    content: `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>`,
  });
  const table: [string, string, Buffer | string][] = [
    [
      "pdf-javascript",
      "report.pdf",
      makePdf({ catalog: "/OpenAction<</S/JavaScript/JS(app.alert)>>" }),
    ],
    [
      "pdf-javascript",
      "disguised.pdf",
      makePdf({ catalog: "/OpenAction<</S/J#61vaScript/#4aS(app.alert)>>" }),
    ],
    [
      "pdf-launch-action",
      "report.pdf",
      makePdf({ catalog: "/OpenAction<</S/Launch/F(calc.exe)>>" }),
    ],
    [
      "pdf-uri-action",
      "report.pdf",
      makePdf({ catalog: "/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>" }),
    ],
    [
      "pdf-uri-action",
      "report.pdf",
      makePdf({
        catalog: "/OpenAction 6 0 R",
        objects: ["<</S/URI/URI(http://127.0.0.1:9/)>>"],
      }),
    ],
    [
      "pdf-hidden-text",
      "report.pdf",
      makePdf({ content: "BT /F1 12 Tf 3 Tr (unseen) Tj ET" }),
    ],
    [
      "external-template",
      "letter.docx",
      withEntries(relationship("attachedTemplate")),
    ],
    ["external-content", "letter.docx", withEntries(relationship("image"))],
    [
      "tracked-changes",
      "letter.docx",
      makeDocx({ body: "<w:p><w:del w:author='A'><w:r/></w:del></w:p>" }),
    ],
    [
      "hidden-text",
      "letter.docx",
      makeDocx({ body: "<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>" }),
    ],
    [
      "embedded-object",
      "letter.docx",
      withEntries({ name: "word/embeddings/oleObject1.bin", content: "x" }),
    ],
    ["tracked-changes", "letter.odt", makeOdt("<text:tracked-changes/>")],
    [
      "embedded-object",
      "letter.rtf",
      "{\\rtf1{\\object\\objemb{\\*\\objdata 01}}}",
    ],
    ["image-metadata", "photo.jpg", makeJpeg({ hasExif: true })],
    ["image-metadata", "chart.png", makePng({ comment: "A. Author" })],
    ["formula-cells", "figures.csv", 'name\n"=HYPERLINK(""http://x"")"\n'],
    ["bidirectional-controls", "notes.txt", "exe.\u202Egnp"],
    [
      "replaced-characters",
      "notes.txt",
      Buffer.from([97, 0xed, 0xa0, 0x80, 98]),
    ],
  ];
  test.each(table)("%s: %s", async (flag, name, bytes) => {
    expect(await inspect(name, bytes)).toMatchObject({
      ok: true,
      flags: [flag],
    });
  });

  test("a link that is only clicked, a negative number and a heading are no reason to warn", async () => {
    const annotated = makePdf({
      catalog: "/OpenAction[3 0 R/Fit]",
      objects: ["<</Type/Annot/Subtype/Link/A<</S/URI/URI(http://a.uk)>>>>"],
    });
    expect(await inspect("a.pdf", annotated)).toMatchObject({ flags: [] });
    const linked = withEntries(relationship("hyperlink"));
    expect(await inspect("a.docx", linked)).toMatchObject({ flags: [] });
    expect(
      await inspect("a.csv", "a,-5\n+44 20 7946 0000,-1.5\n"),
    ).toMatchObject({
      flags: [],
    });
  });
});

describe("made to hurt: refused in two seconds and under 100 MB", () => {
  const manyParagraphs = wordParagraph("x".repeat(1_000)).repeat(80_000);
  const table: [string, string, () => Buffer][] = [
    [
      "unpacked-too-big",
      "300 MB in one part.docx",
      () =>
        withEntries({ name: "word/media/a.bmp", content: zeros(300_000_000) }),
    ],
    [
      "unpacked-too-big",
      "80 MB that pack 1000 to 1.docx",
      () => withDocument(manyParagraphs),
    ],
    [
      "unpacked-too-big",
      "20,000 entries.docx",
      () =>
        makeZip(
          Array.from({ length: 20_000 }, (_, index) => ({
            name: `word/${index}.xml`,
            content: "",
          })),
        ),
    ],
    [
      "corrupt",
      "says 10 bytes and holds 200 MB.docx",
      () =>
        withEntries({
          name: "word/a.xml",
          content: zeros(200_000_000),
          claims: { byteSize: 10 },
        }),
    ],
    [
      "unpacked-too-big",
      "a content stream of 300 MB.pdf",
      () => makeBombPdf(zeros(300_000_000)),
    ],
    [
      "image-too-large",
      "900 megapixels.png",
      () => makePng({ width: 30_000, height: 30_000 }),
    ],
  ];
  test.each(table)("%s: %s", async (reason, name, make) => {
    await inspect("warm.pdf", makePdf());
    const file = path.join(makeTestFolder(), "hostile");
    writeFileSync(file, make());
    globalThis.gc?.();
    const bytesAtStart = process.memoryUsage.rss();
    let highestBytes = bytesAtStart;
    const watch = setInterval(() => {
      highestBytes = Math.max(highestBytes, process.memoryUsage.rss());
    }, 10);
    const startedAt = performance.now();
    const inspection = await inspectFile(file, name);
    const milliseconds = performance.now() - startedAt;
    clearInterval(watch);
    expect(inspection).toEqual({ ok: false, reason });
    expect(milliseconds).toBeLessThan(2_000);
    expect((highestBytes - bytesAtStart) / 1e6).toBeLessThan(100);
  });
});
