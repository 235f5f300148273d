import { bytesInMemory } from "#app/domain/files/formats/file-bytes.server.ts";
import { foreignPartsOfPdf } from "#app/domain/files/inspect/foreign-parts.ts";
import { scanPdf } from "#app/domain/files/inspect/scan-pdf.server.ts";
import { expect, test } from "vitest";
import { decodeText } from "#app/domain/files/decode-text.ts";
import { freezeText } from "#app/domain/files/extraction.ts";
import { cleanFileName } from "#app/domain/files/file-names.ts";
import {
  inspectPng,
  inspectJpeg,
} from "#app/domain/files/inspect/inspect-image.server.ts";
import { attributeOf } from "#app/domain/files/formats/xml-tokens.ts";
import { inspectOfficePackage } from "#app/domain/files/inspect/inspect-office.server.ts";
import {
  inspectRtf,
  inspectText,
} from "#app/domain/files/inspect/inspect-text.server.ts";
import { makeJpeg, makePng } from "#tests/fixtures/documents.ts";
import { withEntries } from "#tests/asking/inspection.ts";
import {
  isLinearGrowth,
  measureGrowth,
  readingMade,
} from "#tests/setup/growth.ts";

/** Honest and hostile stretches, repeated until a file is as large as is asked for. */
const stretches: Record<string, string> = {
  "negative numbers": "-12.5,-3,-1.5\r\n",
  "blank lines": "\r\n",
  blanks: " ",
  tabs: "\t",
  "blanks and a word": `${" ".repeat(5_000)}x`,
  quotes: '"',
  digits: "1",
  "a number that does not end": "-1 ",
  words: "It helped that somebody listened. ",
  "marks of two classes": "a\u0300\u0316\u0300\u0316",
};

const fill = (stretch: string, size: number) =>
  stretch.repeat(Math.ceil(size / stretch.length)).slice(0, size);

/** A block of each: one that costs the square of its length shows in the whole. */
const blocks = (of: Record<string, string>, size: number) => {
  const all = Object.values(of);
  return all.map((stretch) => fill(stretch, size / all.length)).join("\r\n");
};

/** Four times this is 4 MB. */
const megabyte = 1_000_000;

async function expectLine(work: (size: number) => unknown, size = megabyte) {
  expect(isLinearGrowth(await measureGrowth(work, size))).toBe(true);
}

const textReaders: [string, (bytes: Buffer) => unknown, string, number][] = [
  [
    "a CSV",
    (bytes) => inspectText(bytesInMemory(bytes), "csv"),
    "a,b\n",
    megabyte,
  ],
  [
    "a plain text",
    (bytes) => inspectText(bytesInMemory(bytes), "txt"),
    "a ",
    megabyte,
  ],
  ["an RTF", (bytes) => inspectRtf(bytesInMemory(bytes)), "{\\rtf1 ", megabyte],
  ["the decoding", decodeText, "a", megabyte],
  ["the freezing", (bytes) => freezeText(bytes.toString()), "a", megabyte / 2],
];

test.each(textReaders)(
  "%s of numbers, blank lines, quotes and marks is read in a line",
  async (_name, read, start, size) => {
    const make = (bytes: number) =>
      Buffer.from(`${start}${blocks(stretches, bytes)}x`);
    await expectLine(readingMade(make, read), size);
    const filled = (bytes: number) =>
      Buffer.from(`${start}${fill("\0", bytes)}x`);
    await expectLine(readingMade(filled, read), size);
  },
  60_000,
);

const pdfStretches: Record<string, string> = {
  ...stretches,
  "actions that open": "/OpenAction 1 0 R /AA 7 0 R ",
  "actions without end": "/OpenAction <<",
  "objects that open": "1 0 obj /S /URI ",
  "heads without end": "1 0 obj ",
  streams: "<</Filter/FlateDecode>>stream endstream ",
  "streams without end": "stream ",
  names: "/JavaScriptX/JS#20/",
  digits: "1",
};

test("a PDF's structure is read in a line", async () => {
  const make = (size: number) =>
    Buffer.from(`%PDF-1.7\n${blocks(pdfStretches, size)}%%EOF`, "latin1");
  await expectLine(
    readingMade(make, (bytes) => [
      scanPdf(bytesInMemory(bytes)),
      foreignPartsOfPdf(bytesInMemory(bytes)),
    ]),
  );
});

const xmlStretches: Record<string, string> = {
  relationships: '<Relationship Id="a" Type="b" Target="c>d"/>',
  fields: "<w:instrText>DD</w:instrText>",
  comments: "<!-- a -->",
  attributes: ' a="b"',
  entities: "&amp;&#68;&",
  ampersands: "&",
  blanks: " ",
};

const xmlWithoutEnd: Record<string, string> = {
  "tags without end": "<Relationship ",
  "quotes without end": '<Relationship Id="',
  "fields without end": "<w:instrText ",
  "comments without end": "<!--",
  pictures: "<draw:image xlink:href=",
};

const xmlParts = [
  "word/_rels/document.xml.rels",
  "word/document.xml",
  "docProps/core.xml",
  "[Content_Types].xml",
];

test.each(xmlParts)(
  "%s of a DOCX is read in a line",
  async (name) => {
    const whole = (size: number) =>
      withEntries({ name, content: `<a>${blocks(xmlStretches, size)}</a>` });
    await expectLine(
      readingMade(whole, (bytes) => inspectOfficePackage(bytesInMemory(bytes))),
    );
    const cut = (size: number) =>
      withEntries({ name, content: `<a>${blocks(xmlWithoutEnd, size)}` });
    await expectLine(
      readingMade(cut, (bytes) => inspectOfficePackage(bytesInMemory(bytes))),
    );
  },
  60_000,
);

test("a picture is read in a line of its chunks and segments", async () => {
  const png = (size: number) => {
    const chunk = makePng({ comment: "x" }).subarray(33, -12);
    const [head, end] = [makePng().subarray(0, 33), makePng().subarray(-12)];
    const count = Math.ceil(size / chunk.length);
    return Buffer.concat([head, ...Array<Buffer>(count).fill(chunk), end]);
  };
  await expectLine(
    readingMade(png, (bytes) => inspectPng(bytesInMemory(bytes))),
  );
  const jpeg = (size: number) => {
    const whole = makeJpeg();
    const filler = Buffer.alloc(size, Buffer.from("ffe10002", "hex"));
    return Buffer.concat([whole.subarray(0, 2), filler, whole.subarray(2)]);
  };
  await expectLine(
    readingMade(jpeg, (bytes) => inspectJpeg(bytesInMemory(bytes))),
  );
});

test.each(["a", ".", " ", "\u0300\u0316", "/", "\u200B", "😀"])(
  "a name of %j is cleaned in a line",
  async (letters) => {
    const make = (size: number) => `a${fill(letters, size)}x`;
    await expectLine(readingMade(make, cleanFileName), 16_000);
  },
  60_000,
);

const attributeStretches: Record<string, string> = {
  "a name without end": "a",
  "names and nothing": "a ",
  "a value without end": 'b="',
  "values without names": '="x" ',
  "equals signs": "=",
};

test("the attributes of one tag are read in a line", async () => {
  for (const stretch of Object.values(attributeStretches)) {
    const make = (size: number) => fill(stretch, size);
    const read = (attributes: string) => attributeOf(attributes, "Type");
    await expectLine(readingMade(make, read), 20_000);
  }
});
