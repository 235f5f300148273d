import { describe, expect, test } from "vitest";
import { foreignKinds } from "#app/domain/files/foreign-types.ts";
import { acceptedTypes } from "#app/domain/files/accepted-types.ts";
import {
  foreignFiles,
  foundTypes,
} from "#app/words/public-en/foreign-files.ts";
import { attachmentWords } from "#app/words/public-en/attachments.ts";
import { inspect } from "#tests/asking/inspection.ts";
import { makeJpeg, makePdf, makePng } from "#tests/fixtures/documents.ts";
import { makeZip } from "#tests/fixtures/zip.ts";

const phonePhoto = Buffer.concat([
  Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"),
  Buffer.alloc(200),
]);
const webPicture = Buffer.from(
  `RIFF\x1a\0\0\0WEBPVP8 \x0e\0\0\0${"\0".repeat(14)}`,
  "latin1",
);
const webPhoto = Buffer.from(
  "\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf",
  "latin1",
);

describe("a picture is taken for what its bytes are", () => {
  test.each<[name: string, bytes: Buffer, typeId: string]>([
    ["picture.jfif", makeJpeg(), "jpeg"],
    ["picture.jpe", makeJpeg(), "jpeg"],
    ["picture.pjpeg", makeJpeg(), "jpeg"],
    ["PICTURE.JPEG", makeJpeg(), "jpeg"],
    ["picture.png", makeJpeg(), "jpeg"],
    ["picture.gif", makeJpeg(), "jpeg"],
    ["picture.jpg", makePng(), "png"],
    ["IMG_0042.HEIC", phonePhoto, "heic"],
    ["IMG_0042.jpg", phonePhoto, "heic"],
    ["IMG_0042", phonePhoto, "heic"],
    ["saved.webp", webPicture, "webp"],
    ["saved.jpg", webPicture, "webp"],
    ["saved.avif", webPhoto, "avif"],
  ])("%s", async (name, bytes, typeId) => {
    expect(await inspect(name, bytes)).toMatchObject({ ok: true, typeId });
  });
});

test("a phone's photo that is cut short or far too large is refused", async () => {
  const meta = (width: number) => {
    const box = Buffer.alloc(40);
    box.writeUInt32BE(40, 0);
    box.write("meta", 4);
    box.writeUInt32BE(20, 12);
    box.write("ispe", 16);
    box.writeUInt32BE(width, 24);
    box.writeUInt32BE(30_000, 28);
    return Buffer.concat([phonePhoto.subarray(0, 24), box]);
  };
  expect(await inspect("a.heic", meta(30_000))).toMatchObject({
    reason: "image-too-large",
  });
  expect(await inspect("a.heic", meta(300))).toMatchObject({ ok: true });
  for (const [name, whole] of [
    ["a.heic", meta(300)],
    ["a.webp", webPicture],
  ] as const)
    expect(await inspect(name, whole.subarray(0, -9))).toMatchObject({
      reason: "corrupt",
    });
});

describe("an ending that nobody knows is none", () => {
  test.each(["Report v1.2", "Evidence.No.1", "Annual report 2021.final"])(
    "%s",
    async (name) => {
      expect(await inspect(name, makePdf())).toMatchObject({
        ok: true,
        typeId: "pdf",
      });
    },
  );
  test("a program's ending says what it is, and a text has no bytes of its own", async () => {
    expect(await inspect("report.exe", makePdf())).toMatchObject({
      reason: "mismatch",
    });
    expect(await inspect("Notes v1.2", "Words.")).toMatchObject({
      reason: "wrong-type",
    });
  });
});

const limits = { maxFiles: 1, maxFileBytes: 1, maxDraftBytes: 1 };

describe("a file that is not taken is told what it is, and the way on", () => {
  const sentences: [name: string, bytes: Buffer | string, words: RegExp][] = [
    [
      "holiday.pages",
      makeZip([{ name: "Index/Document.iwa", content: "a" }]),
      /^“holiday.pages” is a Pages document. Open it in Pages, choose Export to PDF and add that$/,
    ],
    [
      "talk.docx",
      makeZip([{ name: "ppt/presentation.xml", content: "<p/>" }]),
      /^“talk.docx” is a presentation, although its name ends in .docx. Open it/,
    ],
    ["what they wrote.eml", "From: a@b.example", /is an e-mail. Open it, /],
    ["memo.txt.msg", "a", /is an e-mail\./],
    ["talk.pptx", "a", /is a presentation\./],
    ["scan.tiff", "II*\0", /is a TIFF scan or picture\. .*PDF or JPEG/],
    ["Recording 4.m4a", "\0", /is a sound recording.*Write down/],
    ["voice.amr", "#!AMR\n", /is a sound recording/],
    ["PTT-1.opus", "OggS", /is a sound recording/],
    ["clip.MOV", "\0", /is a video/],
    ["all.zip", "PK\x03\x04", /is an archive: .* Unpack it/],
    ["setup.exe", "MZ", /is a program, which we never take/],
    ["setup.pdf", "MZ\x90\0", /is a program.*although its name ends in .pdf/],
    [
      "a page.pdf",
      "<!doctype html><p>Hello",
      /^“a page.pdf” is a web page, although its name ends in .pdf. Open it, choose Print, then Save as PDF, and add that$/,
    ],
    ["plan.gdoc", "{}", /is a link to something/],
    ["x.pdf.crdownload", "a", /is of a kind|has not finished/],
    ["book.epub", "a", /is an e-book/],
    ["notes.md", "# a", /save or export it as a PDF or as DOCX/],
    ["report.txt", makePdf(), /is a PDF.*ends in .pdf/],
    ["Notes v1.2", "Words.", /is of a kind that we do not know.*PDF/],
  ];
  test.each(sentences)("%s", async (name, bytes, words) => {
    const inspection = await inspect(name, bytes);
    if (inspection.ok) throw new Error("It was taken.");
    const { reason, found } = inspection;
    const said = attachmentWords.refusals[reason]({
      ...{ name, limits },
      ...(found && { found }),
    });
    expect(said).toMatch(words);
  });
});

test("there are words for each kind that can be found", () => {
  expect(Object.keys(foreignFiles)).toEqual(foreignKinds);
  expect(Object.keys(foundTypes)).toEqual(Object.keys(acceptedTypes));
  for (const words of Object.values(foreignFiles))
    expect(words).toMatch(/^(?:an?|locked) .*[^.]$/);
});
