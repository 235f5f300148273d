import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import type { AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import { selectAttachmentTexts } from "#app/domain/attachments/attachment-texts.server.ts";
import { selectAttachmentsForReview } from "#app/domain/attachments/attachments.server.ts";
import { extractAttachmentText } from "#app/domain/attachments/extraction.server.ts";
import { recogniseAttachmentText } from "#app/domain/attachments/recognition.server.ts";
import { isPoorText } from "#app/domain/files/poor-text.ts";
import { findRecognitionTools } from "#app/domain/files/recognise-text.server.ts";
import { readRecognisedWords } from "#app/domain/files/recognise/recognised-words.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { givenSentFile, givenStore } from "#tests/given/files.ts";

const now = new Date("2026-11-22T10:00:00Z");
let db: Db;
let store: AttachmentStore;

beforeEach(async () => {
  ({ db, store } = await givenStore());
});

/** As Tesseract writes it: block, paragraph, line, how sure it is, the word. */
const table = (...rows: [string, number, string][]) =>
  [
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
    "1\t1\t0\t0\t0\t0\t0\t0\t100\t100\t-1\t",
    ...rows.map(
      ([place, sure, word]) =>
        `5\t1\t${place.split(" ").join("\t")}\t1\t0\t0\t9\t9\t${sure}\t${word}`,
    ),
  ].join("\n");

describe("of what a machine read", () => {
  test("lines and paragraphs are kept, a bar alone is an I, and longer words count more", () => {
    const page = readRecognisedWords(
      table(
        ["1 1 1", 90, "|"],
        ["1 1 1", 90, "remember"],
        ["1 1 2", 90, "it"],
        ["1 2 1", 40, "ŵyr"],
      ),
    );
    expect(page?.text).toBe("I remember\nit\n\nŵyr");
    expect(page?.confidence).toBeCloseTo((11 * 90 + 3 * 40) / 14);
  });

  test("leaves that look like letters, and a stamp, are no text", () => {
    expect(readRecognisedWords(table(["1 1 1", 20, "MwWwwMWMmw"]))).toBe(
      undefined,
    );
    expect(readRecognisedWords(table(["1 1 1", 95, "No 17"]))).toBe(undefined);
    expect(readRecognisedWords(table())).toBe(undefined);
  });
});

test("a PDF of scans, with a number on each page, or of signs that mean something else, is poor in text", () => {
  const letter = "It helped that somebody listened and wrote it down. ";
  expect(isPoorText("", 3)).toBe(true);
  expect(isPoorText("Page 1\n\nPage 2\n\nPage 3", 3)).toBe(true);
  expect(isPoorText("!\"#$%&'()*+,-./ ".repeat(40) + letter, 1)).toBe(true);
  expect(isPoorText(letter, 1)).toBe(false);
  expect(isPoorText("12.5 13.0 14.1 ".repeat(20), 1)).toBe(false);
  // A text file has no pages to be read.
  expect(isPoorText("Hi", 0)).toBe(false);
});

async function givenFile(name: string, bytes: Buffer) {
  const { responseId, attachmentId } = await givenSentFile(
    { db, store },
    { name, bytes },
  );
  return {
    attachmentId,
    extract: (hasMachine: boolean) =>
      extractAttachmentText(db, store, { attachmentId, now, hasMachine }),
    read: async () => {
      const of = { responseId, maxCharacters: 1_000 };
      const [text] = await selectAttachmentTexts(db, of);
      const [file] = await selectAttachmentsForReview(db, responseId);
      return { state: file?.extractionState, text };
    },
    jobs: async () =>
      (await db.selectFrom("jobs").select("kind").execute()).filter(
        ({ kind }) => kind === "attachment.recognise",
      ).length,
  };
}

test("a scan waits for the machine where there is one, and is without text where there is none", async () => {
  const scan = makePdf({ content: "" });
  const waiting = await givenFile("scan.pdf", scan);
  await waiting.extract(true);
  expect(await waiting.read()).toMatchObject({ state: "waiting" });
  expect(await waiting.jobs()).toBe(1);
  const alone = await givenFile("scan.pdf", scan);
  await alone.extract(false);
  expect(await alone.read()).toMatchObject({ state: "no-text" });
  expect(await alone.jobs()).toBe(1);
});

test("where the machine is gone by then, the little that is in the file is its text", async () => {
  const file = await givenFile("stamped.pdf", makePdf({ text: "Page 1" }));
  await file.extract(true);
  expect((await file.read()).state).toBe("waiting");
  const { attachmentId } = file;
  await recogniseAttachmentText(db, store, {
    ...{ attachmentId, now, tools: undefined },
  });
  expect(await file.read()).toMatchObject({
    ...{ state: "done", text: { text: "Page 1", confidence: null } },
  });
});

const tools = findRecognitionTools();
const said = "The twins were older than we thought.";

async function photoOfPage() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="220"><rect width="1000" height="220" fill="white"/><text x="30" y="90" font-size="46" font-family="DejaVu Sans">${said}</text><text x="30" y="170" font-size="46" font-family="DejaVu Sans">Nobody wrote it down.</text></svg>`;
  return sharp(Buffer.from(svg));
}

test.skipIf(!tools)(
  "real Tesseract: a photo of a page and a scanned PDF have their words, marked as a machine's, and a picture without words has none (skipped where it is not installed)",
  async () => {
    const page = await photoOfPage();
    const { data, info } = await page
      .clone()
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const packed = deflateSync(data).toString("latin1");
    const scan = makePdf({
      content: "q 500 0 0 110 40 600 cm /P Do Q",
      resources: "/XObject<</P 6 0 R>>",
      objects: [
        `<</Type/XObject/Subtype/Image/Width ${info.width}/Height ${info.height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream`,
      ],
    });
    const plain = sharp({
      create: { width: 300, height: 300, channels: 3, background: "green" },
    });
    for (const [name, bytes, isText] of [
      ["photo.jpg", await page.clone().jpeg().toBuffer(), true],
      ["scan.pdf", scan, true],
      ["lawn.jpg", await plain.jpeg().toBuffer(), false],
    ] as const) {
      const file = await givenFile(name, bytes);
      await file.extract(true);
      const { attachmentId } = file;
      await recogniseAttachmentText(db, store, { attachmentId, now });
      const { state, text } = await file.read();
      expect([name, state]).toEqual([name, isText ? "done" : "no-text"]);
      if (!isText) continue;
      expect(text?.text).toBe(`${said}\nNobody wrote it down.`);
      expect(text?.confidence).toBeGreaterThan(70);
    }
  },
  60_000,
);
