import { describe, expect, test } from "vitest";
import {
  makeDocx,
  makeJpeg,
  makeOdt,
  makePdf,
  makePng,
  makeXlsx,
} from "#tests/fixtures/documents.ts";
import { inspect, withEntries } from "#tests/asking/inspection.ts";
import { makeZip } from "#tests/fixtures/zip.ts";

const zeros = (byteSize: number) => Buffer.alloc(byteSize);

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

  test("a DOCX whose program names its parts in another way", async () => {
    const main =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    const office =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    const bytes = makeZip([
      {
        name: "[Content_Types].xml",
        content: `<Types><Default ContentType='${main}' Extension='xml'/></Types>`,
      },
      {
        name: "_rels/.rels",
        content: `<Relationships><Relationship Target='/text/letter.xml' Type='${office}' Id='r'/></Relationships>`,
      },
      { name: "text/letter.xml", content: "<w:document/>" },
    ]);
    expect(await inspect("letter.docx", bytes)).toMatchObject({
      ok: true,
      typeId: "docx",
    });
  });
});

const inUtf16 = ({ name, content }: { name: string; content: string }) => ({
  name,
  content: Buffer.from(`\uFEFF${content}`, "utf16le"),
});

describe("taken and flagged", () => {
  const relationship = (type: string, target = "http://127.0.0.1:9/x") => ({
    name: "word/_rels/document.xml.rels",
    content: `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
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
      "pdf-launch-action",
      "disguised.pdf",
      makePdf({ catalog: "/OpenAction<</S/L#61unch/F(calc.exe)>>" }),
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
    [
      "extra-bytes",
      "mail.pdf",
      Buffer.concat([Buffer.from("MIME junk\r\n"), makePdf()]),
    ],
    [
      "extra-bytes",
      "web.pdf",
      Buffer.concat([makePdf(), Buffer.from("\n<!-- served by x -->")]),
    ],
    [
      "extra-bytes",
      "photo.jpg",
      Buffer.concat([makeJpeg(), Buffer.from("ftypmp42")]),
    ],
    [
      "extra-bytes",
      "chart.png",
      Buffer.concat([makePng(), Buffer.from("more")]),
    ],
    [
      "external-template",
      "utf16.docx",
      withEntries(inUtf16(relationship("attachedTemplate"))),
    ],
    [
      "external-template",
      "a greater-than sign in a value.docx",
      withEntries(relationship("attachedTemplate", "http://127.0.0.1:9/a>b")),
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
