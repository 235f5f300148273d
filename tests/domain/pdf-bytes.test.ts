import { expect, test } from "vitest";
import { FileBytes } from "#app/domain/files/formats/file-bytes.server.ts";
import { openPdf } from "#app/domain/files/formats/pdf-document.server.ts";
import { makePdf } from "#tests/fixtures/documents.ts";

test("of a PDF with a large picture only the parts are read that its reader needs", async () => {
  const picture = `<</Subtype/Image/Length 5000000>>stream\n${" ".repeat(5_000_000)}\nendstream`;
  const pdf = makePdf({ pageCount: 3, objects: [picture] });
  let bytesRead = 0;
  const file = new FileBytes(pdf.length, (target, position) => {
    bytesRead += target.length;
    pdf.copy(target, 0, position);
  });
  const opened = await openPdf(file);
  expect(opened.ok && opened.document.numPages).toBe(3);
  expect(bytesRead).toBeLessThan(pdf.length / 3);
});
