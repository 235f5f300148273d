import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { type AttachmentStore } from "#app/domain/attachments/attachment-store.server.ts";
import {
  selectAttachmentTexts,
  selectSearchedTexts,
} from "#app/domain/attachments/attachment-texts.server.ts";
import { closeFiles } from "#app/domain/attachments/taken-back-files.server.ts";
import { selectAttachmentsForReview } from "#app/domain/attachments/attachments.server.ts";
import { extractAttachmentText } from "#app/domain/attachments/extraction.server.ts";
import {
  freezeText,
  maxExtractedCharacters,
} from "#app/domain/files/extraction.ts";
import { collectText } from "#app/domain/files/formats/xml-text.ts";
import {
  makeDocx,
  makeOdt,
  makePdf,
  makePng,
  wordParagraph,
} from "#tests/fixtures/documents.ts";
import { givenSentFile, givenStore, storedPath } from "#tests/given/files.ts";
import { watchRecords } from "#tests/asking/events.ts";

const now = new Date("2026-11-22T10:00:00Z");
let db: Db;
let store: AttachmentStore;
let earlier: Awaited<ReturnType<typeof givenStore>>["earlier"];

beforeEach(async () => {
  ({ db, store, earlier } = await givenStore());
});

afterEach(async () => {
  // Nothing here is about somebody else's file.
  expect(await earlier.fileNow()).toEqual(earlier.asItWas);
  const of = { responseId: earlier.responseId, maxCharacters: 1_000 };
  expect(await selectAttachmentTexts(db, of)).toEqual([]);
});

const givenFile = (name: string, bytes: Buffer) =>
  givenSentFile({ db, store }, { name, bytes });

async function textOf(originalName: string, bytes: Buffer) {
  const { responseId, attachmentId } = await givenFile(originalName, bytes);
  await extractAttachmentText(db, store, { attachmentId, now });
  const [extracted] = await selectAttachmentTexts(db, {
    responseId,
    maxCharacters: 1_000,
  });
  const [file] = await selectAttachmentsForReview(db, responseId);
  return { state: file?.extractionState, text: extracted?.text };
}

test("what a sender says of a file is searched as its text is, and no longer once the file is taken back", async () => {
  const { responseId, attachmentId } = await givenFile(
    "a.txt",
    Buffer.from("It helped."),
  );
  const search = () =>
    selectSearchedTexts(db, { responseId, isLeftOut: () => false });
  await db
    .updateTable("attachments")
    .set({ about: "Our diary" })
    .where("id", "=", attachmentId)
    .execute();
  expect(await search()).toEqual(["Our diary"]);
  await extractAttachmentText(db, store, { attachmentId, now });
  expect(await search()).toEqual(["Our diary", "It helped."]);
  const [file] = await selectAttachmentsForReview(db, responseId);
  expect(file?.about).toBe("Our diary");
  const { publicId = "" } = file ?? {};
  await db
    .transaction()
    .execute((trx) => closeFiles(trx, { responseId, publicId, at: now }));
  expect(await search()).toEqual([]);
});

describe("the text of", () => {
  test.each<[string, Buffer, string]>([
    ["a.pdf", makePdf({ text: "Words in a PDF" }), "Words in a PDF"],
    [
      "lines.pdf",
      makePdf({
        content:
          "BT /F1 12 Tf 72 720 Td (First line) Tj 0 -20 Td (Second) Tj ET",
      }),
      "First line\nSecond",
    ],
    [
      "a.docx",
      makeDocx({ body: wordParagraph("One") + wordParagraph("Two") }),
      "One\n\nTwo",
    ],
    [
      "a.odt",
      makeOdt(
        "<text:h>Heading</text:h>\n  <text:p>A<text:s/>b<text:tab/>c<text:line-break/>d</text:p>",
      ),
      "Heading\nA b\tc\nd",
    ],
    ["a.txt", Buffer.from("\uFEFFline\r\nnext\rlast"), "line\nnext\nlast"],
    ["a.txt", Buffer.from("\uFEFFcaf\u00E9", "utf16le"), "café"],
    ["a.txt", Buffer.from("\u00A35 and \u00E9t\u00E9", "latin1"), "£5 and été"],
    ["a.txt", Buffer.from([97, 0xed, 0xa0, 0x80, 98]), "a\uFFFD\uFFFD\uFFFDb"],
    ["a.csv", Buffer.from("name,count\ncarers,12\n"), "name,count\ncarers,12"],
  ])("%s", async (name, bytes, text) => {
    expect(await textOf(name, bytes)).toEqual({ state: "done", text });
  });

  test("a DOCX leaves out what its author deleted", async () => {
    const body = `<w:p><w:r><w:t>Kept </w:t></w:r><w:ins w:author="A"><w:r><w:t>added</w:t></w:r></w:ins><w:del w:author="A"><w:r><w:delText> a deleted secret</w:delText></w:r></w:del></w:p>`;
    expect(await textOf("a.docx", makeDocx({ body }))).toEqual({
      state: "done",
      text: "Kept added",
    });
  });

  test("a DOCX keeps its footnotes and endnotes, but for what was deleted", async () => {
    const notes = (kind: string, text: string) => ({
      name: `word/${kind}s.xml`,
      content: `<w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:${kind}>${wordParagraph(text)}<w:p><w:del><w:r><w:delText>a secret</w:delText><w:t>another</w:t></w:r></w:del></w:p></w:${kind}></w:${kind}s>`,
    });
    const bytes = makeDocx({
      entries: [notes("footnote", "A source"), notes("endnote", "Another")],
    });
    expect((await textOf("a.docx", bytes)).text).toBe(
      "An ordinary letter.\n\nA source\n\nAnother",
    );
  });

  test("an ODT leaves out deletions, remarks and hidden text", async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>a deleted secret</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Kept<office:annotation><text:p>a remark</text:p></office:annotation><text:hidden-text>unseen</text:hidden-text></text:p>`;
    expect(await textOf("a.odt", makeOdt(body))).toEqual({
      state: "done",
      text: "Kept",
    });
  });

  test("a page without text is no-text", async () => {
    expect(await textOf("scan.pdf", makePdf({ content: "0 0 m" }))).toEqual({
      state: "no-text",
      text: undefined,
    });
  });
});

test("of a PDF with more pages than are read the first are kept, and it says that it was cut", async () => {
  const long = makePdf({ text: "One of many pages.", pageCount: 2_100 });
  const { responseId, attachmentId } = await givenFile("long.pdf", long);
  await extractAttachmentText(db, store, { attachmentId, now });
  const [kept] = await selectAttachmentTexts(db, {
    responseId,
    maxCharacters: 1_000_000,
  });
  expect(kept?.isTruncated).toBeTruthy();
  expect(kept?.text.split("One of many").length).toBeGreaterThan(100);
});

test("extraction asks for the index once and is never done twice", async () => {
  const { responseId, attachmentId } = await givenFile(
    "a.txt",
    Buffer.from("one"),
  );
  const records = await watchRecords(db);
  await extractAttachmentText(db, store, { attachmentId, now });
  await extractAttachmentText(db, store, { attachmentId, now });
  expect(
    await selectAttachmentTexts(db, { responseId, maxCharacters: 1_000 }),
  ).toHaveLength(1);
  expect(await records.jobKinds()).toEqual(["response.index"]);
  expect(await records.eventTypes()).toEqual(["attachment.text-extracted"]);
});

test("what cannot be read is failed, and the next file is read all the same", async () => {
  const broken = await givenFile("a.pdf", makePdf());
  const { rmSync, writeFileSync } = await import("node:fs");
  const [file] = await selectAttachmentsForReview(db, broken.responseId);
  writeFileSync(storedPath(store, file?.publicId ?? ""), "no PDF at all");
  await extractAttachmentText(db, store, { ...broken, now });
  const [after] = await selectAttachmentsForReview(db, broken.responseId);
  expect(after?.extractionState).toBe("failed");
  const lost = await givenFile("b.txt", Buffer.from("lost"));
  const [lostFile] = await selectAttachmentsForReview(db, lost.responseId);
  rmSync(storedPath(store, lostFile?.publicId ?? ""));
  await extractAttachmentText(db, store, { ...lost, now });
  expect(await textOf("c.txt", Buffer.from("read"))).toEqual({
    state: "done",
    text: "read",
  });
});

test("a picture and a file that is gone are left alone", async () => {
  const picture = await givenFile("a.png", makePng());
  const records = await watchRecords(db);
  await extractAttachmentText(db, store, { ...picture, now });
  await extractAttachmentText(db, store, { attachmentId: 99, now });
  expect(await records.eventTypes()).toEqual([]);
});

describe("text is frozen", () => {
  test("without the characters that mark a hit, NUL or half a pair", () => {
    expect(freezeText("a\uE000b\uE001c\0d\uD800e\u0007\u202E").text).toBe(
      "abcd\uFFFDe",
    );
  });

  test("in NFC with LF line ends", () => {
    expect(freezeText("e\u0301\r\nx\ry\fz").text).toBe("\u00E9\nx\ny\nz");
  });

  test("cut to the longest that is kept, never through a character", () => {
    const long = freezeText("a" + "😀".repeat(maxExtractedCharacters));
    expect(long.isTruncated).toBe(true);
    expect(long.text.length).toBeLessThanOrEqual(maxExtractedCharacters);
    expect(long.text).not.toMatch(/\p{Cs}/u);
  });
});

test("an element with a name that every object knows adds nothing to the text", () => {
  const xml = "<p>One <toString>two</toString> three</p>";
  const rules = { leftOut: new Set<string>(), before: {}, after: { p: "." } };
  expect(collectText(xml, rules)).toBe("One two three.");
});
