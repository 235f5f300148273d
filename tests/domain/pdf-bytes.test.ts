import { expect, test } from "vitest";
import { openPdf } from "#app/domain/files/formats/pdf-document.server.ts";
import { makePdf } from "#tests/fixtures/documents.ts";

const earlier = makePdf({ pageCount: 2 });
const pdf = makePdf({ pageCount: 3 });

test("a PDF's bytes are handed over to its reader and not copied", async () => {
  const bytes = Buffer.from(Uint8Array.from(pdf).buffer);
  const opened = await openPdf(bytes);
  expect(opened.ok && opened.document.numPages).toBe(3);
  expect(bytes.buffer.byteLength).toBe(0);
});

test("bytes that share their memory with another file's leave that one whole", async () => {
  const shared = Buffer.from(
    Uint8Array.from(Buffer.concat([earlier, pdf])).buffer,
  );
  const opened = await openPdf(shared.subarray(earlier.length));
  expect(opened.ok && opened.document.numPages).toBe(3);
  expect(shared.equals(Buffer.concat([earlier, pdf]))).toBe(true);
});
