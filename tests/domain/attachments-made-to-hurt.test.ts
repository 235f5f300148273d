import { writeFileSync } from "node:fs";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makePdf, makePng, wordParagraph } from "#tests/fixtures/documents.ts";
import {
  inspect,
  inspectStored,
  withDocument,
  withEntries,
} from "#tests/asking/inspection.ts";
import { makeZip } from "#tests/fixtures/zip.ts";
import { makeTestFolder } from "#tests/given/database.ts";

const zeros = (byteSize: number) => Buffer.alloc(byteSize);
const makeBombPdf = (content: Buffer, streamCount = 1) => {
  const packed = deflateSync(content).toString("latin1");
  const stream = `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed}\nendstream`;
  return makePdf({ objects: Array<string>(streamCount).fill(stream) });
};

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
      "245 MB in 25 parts.docx",
      () =>
        withEntries(
          ...Array.from({ length: 25 }, (_, index) => ({
            name: `word/media/${index}`,
            content: zeros(9_800_000),
          })),
        ),
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
      "unpacked-too-big",
      "20 content streams of 50 MB.pdf",
      () => makeBombPdf(zeros(50_000_000), 20),
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
    const inspection = await inspectStored(file, name);
    clearInterval(watch);
    expect(inspection).toEqual({ ok: false, reason });
    expect((highestBytes - bytesAtStart) / 1e6).toBeLessThan(100);
  });
});
