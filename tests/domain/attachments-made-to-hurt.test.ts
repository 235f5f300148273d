import { createHash } from "node:crypto";
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
import { measureIsBounded } from "#tests/setup/growth.ts";

const zeros = (byteSize: number) => Buffer.alloc(byteSize);
const makeBombPdf = (content: Buffer, streamCount = 1) => {
  const packed = deflateSync(content).toString("latin1");
  const stream = `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed}\nendstream`;
  return makePdf({ objects: Array<string>(streamCount).fill(stream) });
};

/** Packs 100 to 1, as drawings hardly do: a stream that packs better is given up sooner. */
const packedHundredfold = (byteSize: number) => {
  const noise = createHash("shake256", { outputLength: 500 }).digest();
  return Buffer.alloc(byteSize, Buffer.concat([noise, zeros(64_000)]));
};

/** Makes a file of a size, and of one four times that, which its name tells of. */
type Maker = (size: number) => Buffer;

describe("made to hurt: refused at a bound, and under 100 MB", () => {
  const table: [string, string, number, Maker][] = [
    [
      "unpacked-too-big",
      "300 MB in one part.docx",
      75_000_000,
      (size) => withEntries({ name: "word/media/a.bmp", content: zeros(size) }),
    ],
    [
      "unpacked-too-big",
      "80 MB that pack 1000 to 1.docx",
      20_000,
      (size) => withDocument(wordParagraph("x".repeat(1_000)).repeat(size)),
    ],
    [
      "unpacked-too-big",
      "235 MB in 24 parts.docx",
      6,
      (size) =>
        withEntries(
          ...Array.from({ length: size }, (_, index) => ({
            name: `word/media/${index}`,
            content: zeros(9_800_000),
          })),
        ),
    ],
    [
      "unpacked-too-big",
      "24,000 entries.docx",
      6_000,
      (size) =>
        makeZip(
          Array.from({ length: size }, (_, index) => ({
            name: `word/${index}.xml`,
            content: "",
          })),
        ),
    ],
    [
      "corrupt",
      "says 10 bytes and holds 200 MB.docx",
      50_000_000,
      (size) =>
        withEntries({
          name: "word/a.xml",
          content: zeros(size),
          claims: { byteSize: 10 },
        }),
    ],
    [
      "unpacked-too-big",
      "a content stream of 300 MB.pdf",
      75_000_000,
      (size) => makeBombPdf(packedHundredfold(size)),
    ],
    [
      "unpacked-too-big",
      "20 content streams of 50 MB.pdf",
      5,
      (size) => makeBombPdf(zeros(50_000_000), size),
    ],
    [
      "image-too-large",
      "900 megapixels.png",
      7_500,
      (size) => makePng({ width: size, height: 30_000 }),
    ],
  ];
  test.each(table)(
    "%s: %s",
    async (reason, name, size, make) => {
      await inspect("warm.pdf", makePdf());
      const folder = makeTestFolder();
      const [smaller, larger] = [size, 4 * size].map((of) => {
        const file = path.join(folder, String(of));
        writeFileSync(file, make(of));
        return file;
      });
      const refuse = async (file = "") =>
        expect(await inspectStored(file, name)).toEqual({ ok: false, reason });
      const highestBytes = await highestWhile(() => refuse(larger));
      expect(highestBytes / 1e6).toBeLessThan(100);
      const work = (of: number) => refuse(of === size ? smaller : larger);
      expect(await measureIsBounded(work, size)).toBe(true);
    },
    60_000,
  );
});

/** By how much the memory of the process grew at most. */
async function highestWhile(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  const bytesAtStart = process.memoryUsage.rss();
  let highestBytes = bytesAtStart;
  const watch = setInterval(() => {
    highestBytes = Math.max(highestBytes, process.memoryUsage.rss());
  }, 10);
  await work();
  clearInterval(watch);
  return highestBytes - bytesAtStart;
}
