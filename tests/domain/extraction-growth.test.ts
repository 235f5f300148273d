import { bytesInMemory } from "#app/domain/files/formats/file-bytes.server.ts";
import { expect, test } from "vitest";
import { extractWordText } from "#app/domain/files/extract/extract-docx.server.ts";
import { extractOpenDocumentText } from "#app/domain/files/extract/extract-odt.server.ts";
import { makeDocx, makeOdt, wordParagraph } from "#tests/fixtures/documents.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

type Shape = (element: string, count: number) => string;

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join("");

/** Each is a body around an element that both formats have under another name. */
const shapes: Record<string, Shape> = {
  "many elements": (p, count) => `<${p}>x</${p}>`.repeat(count),
  "elements in elements": (p, count) =>
    `${`<${p}>`.repeat(count)}x${`</${p}>`.repeat(count)}`,
  "a namespace more in each": (p, count) =>
    `${times(count, (n) => `<${p} xmlns:n${n}="u">`)}x${`</${p}>`.repeat(count)}`,
  "a name of its own for each": (p, count) =>
    times(count, (n) => `<w:own${n}/>`) + `<${p}>x</${p}>`,
  "many attributes": (p, count) =>
    `<${p} ${times(count, (n) => `a${n}="b" `)}>x</${p}>`,
  entities: (p, count) => `<${p}>${"&amp;".repeat(count)}</${p}>`,
};

test.each(Object.entries(shapes))(
  "the text of a document with %s is taken out in a line",
  async (_name, shape) => {
    const documents = new Map<number, { docx: Buffer; odt: Buffer }>();
    const growth = await measureGrowth(async (size) => {
      const made = documents.get(size) ?? {
        docx: makeDocx({ body: shape("w:p", size) }),
        odt: makeOdt(shape("text:p", size)),
      };
      documents.set(size, made);
      await extractWordText(bytesInMemory(made.docx));
      await extractOpenDocumentText(bytesInMemory(made.odt));
    }, 4_000);
    expect(isLinearGrowth(growth)).toBe(true);
  },
  120_000,
);

test("a document that is nested deeper than any parser goes keeps its words", async () => {
  const depth = 20_000;
  const docx = makeDocx({
    body: `${"<w:sdt>".repeat(depth)}${wordParagraph("Still here")}${"</w:sdt>".repeat(depth)}<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>And here</w:t></w:r><w:del><w:r><w:t>not here</w:t></w:r></w:del></w:p>`,
  });
  expect((await extractWordText(bytesInMemory(docx))).trim()).toBe(
    "Still here\n\nAnd here",
  );
  const odt = makeOdt(
    `${"<text:list>".repeat(depth)}<text:p>Still here</text:p>${"</text:list>".repeat(depth)}`,
  );
  expect((await extractOpenDocumentText(bytesInMemory(odt))).trim()).toBe(
    "Still here",
  );
});

test.each([
  ["closes another element than was opened", "<text:p>a</text:h>"],
  ["ends in the middle", "<text:p>a"],
])("an ODT that %s is not read", async (_name, body) => {
  await expect(
    extractOpenDocumentText(bytesInMemory(makeOdt(body))),
  ).rejects.toThrow();
});
