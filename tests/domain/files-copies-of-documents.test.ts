import mammoth from "mammoth";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { extractWordText } from "#app/domain/files/extract/extract-docx.server.ts";
import { extractOpenDocumentText } from "#app/domain/files/extract/extract-odt.server.ts";
import { bytesInMemory } from "#app/domain/files/formats/file-bytes.server.ts";
import {
  copyDocument,
  secretsIn,
  unpackParts,
} from "#tests/asking/copies-of-documents.ts";
import {
  makeTellingDocx,
  makeTellingOdt,
  secrets,
  shownWords,
} from "#tests/fixtures/secrets.ts";

let pictures: { jpeg: Buffer; png: Buffer };

beforeAll(async () => {
  const drawn = sharp({
    create: { width: 4, height: 4, channels: 3, background: "red" },
  }).withExif({ IFD0: { Artist: `${secrets[51]}` } });
  pictures = {
    jpeg: await drawn.clone().jpeg().toBuffer(),
    png: await drawn.clone().png().toBuffer(),
  };
});

describe("of a Word document's copy", () => {
  test("none of what its author did not mean to send is in the bytes, and every word of theirs is", async () => {
    const bytes = makeTellingDocx(pictures);
    expect((await secretsIn(bytes)).length).toBeGreaterThan(48);
    const { outcome, copy } = await copyDocument("docx", bytes);
    expect(outcome).toEqual({ state: "made", typeId: "docx" });
    expect(await secretsIn(copy)).toEqual([]);
    const text = await extractWordText(bytesInMemory(copy));
    const places = shownWords.map((word) => text.indexOf(word));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  test("the links, pictures and page numbers stay, and a reader of Word's files opens it", async () => {
    const { copy } = await copyDocument("docx", makeTellingDocx(pictures));
    const { value, messages } = await mammoth.convertToHtml({ buffer: copy });
    expect(value).toContain('<a href="https://example.org">linked</a>');
    expect(value).toMatch(/<img[^>]+src="data:image\/jpeg/);
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
    const parts = await unpackParts(copy);
    expect([...parts.keys()].sort()).toEqual([
      ...["[Content_Types].xml", "_rels/.rels"],
      ...["word/_rels/document.xml.rels", "word/document.xml"],
      ...["word/footnotes.xml", "word/header1.xml"],
      ...["word/media/image1.jpeg", "word/media/image2.png"],
      ...["word/settings.xml", "word/styles.xml"],
    ]);
    expect(parts.get("word/document.xml")).toContain("> PAGE <");
    expect(parts.get("word/document.xml")).not.toContain("INCLUDETEXT");
    expect(parts.get("word/settings.xml")).toContain("evenAndOddHeaders");
    expect(parts.get("word/_rels/document.xml.rels")).toContain("about:blank");
  });

  test.each<[string, Parameters<typeof makeTellingDocx>[1]]>([
    [
      "a style hides words",
      {
        styles:
          '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Hides"><w:basedOn w:val="Base"/></w:style>',
        body: '<w:p><w:pPr><w:pStyle w:val="Hides"/></w:pPr></w:p>',
      },
    ],
    [
      "another document is part of its text",
      { body: '<w:altChunk r:id="a"/>' },
    ],
    [
      "there is a drawing that nothing here cleans",
      { entries: [{ name: "word/media/image3.emf", content: "EMF" }] },
    ],
    [
      "a chart names a file",
      {
        entries: [
          {
            name: "word/charts/chart1.xml",
            content: "<c:c><c:f>[Ada's.xlsx]A!$A$1</c:f></c:c>",
          },
        ],
      },
    ],
  ])("there is none where %s", async (_name, more) => {
    const made = await copyDocument("docx", makeTellingDocx(pictures, more));
    expect(made.outcome).toEqual({
      state: "not-available",
      reason: "something-inside",
    });
  });

  test("there is none where it is not XML, and one that is nested deeper than any parser goes is written", async () => {
    for (const body of ["<w:p>", "<w:p></w:q>", "<!DOCTYPE a>", "<w:p <"]) {
      const bytes = makeTellingDocx(pictures, { body });
      expect((await copyDocument("docx", bytes)).outcome).toEqual({
        state: "failed",
        reason: "unreadable",
      });
    }
    const body = `${"<w:sdt>".repeat(20_000)}${"</w:sdt>".repeat(20_000)}`;
    const deep = await copyDocument(
      "docx",
      makeTellingDocx(pictures, { body }),
    );
    expect(deep.outcome.state).toBe("made");
  });
});

describe("of an OpenDocument text's copy", () => {
  test("none of what its author did not mean to send is in the bytes, and every word of theirs is", async () => {
    const bytes = makeTellingOdt(pictures);
    expect((await secretsIn(bytes)).length).toBeGreaterThan(23);
    const { outcome, copy } = await copyDocument("odt", bytes);
    expect(outcome).toEqual({ state: "made", typeId: "odt" });
    expect(await secretsIn(copy)).toEqual([]);
    const text = await extractOpenDocumentText(bytesInMemory(copy));
    expect(text.trim()).toMatch(/^Before added linked\nafter$/);
    const parts = await unpackParts(copy);
    expect([...parts.keys()]).toEqual([
      ...["mimetype", "styles.xml", "content.xml", "Pictures/1.png"],
      "META-INF/manifest.xml",
    ]);
    expect(parts.get("content.xml")).toContain("Pictures/1.png");
    expect(parts.get("META-INF/manifest.xml")).not.toContain("meta.xml");
    // Its readers look for its kind at this place.
    expect(copy.toString("latin1", 30, 77)).toBe(
      "mimetypeapplication/vnd.oasis.opendocument.text",
    );
  });

  test.each([
    "<draw:object/>",
    "<office:binary-data>AA==</office:binary-data>",
  ])("there is none where something is inside: %s", async (body) => {
    const bytes = makeTellingOdt(pictures, { body });
    expect((await copyDocument("odt", bytes)).outcome).toEqual({
      state: "not-available",
      reason: "something-inside",
    });
  });
});
