import { writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { fitPage } from "#app/domain/files/page-drawing.ts";
import {
  countingBudget,
  countPages,
  drawPage,
} from "#app/domain/files/page-pictures.server.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { makeTestFolder } from "#tests/given/database.ts";

const shared = (name: string) => path.resolve("../shared/data", name);
const sender = "staff a";

function written(bytes: Buffer): string {
  const file = path.join(makeTestFolder(), "file.pdf");
  writeFileSync(file, bytes);
  return file;
}

const count = (file: string) =>
  countPages({ path: file, sender, budget: countingBudget() });

async function pictureOf(file: string, page = 1) {
  const drawn = await drawPage({ path: file, sender, page });
  if (!drawn.ok || !drawn.picture) throw new Error(JSON.stringify(drawn));
  return drawn.picture;
}

/** Where the page is painted so, by row and column in hundredths. */
async function colourAt(picture: Buffer, x: number, y: number) {
  const { data, info } = await sharp(picture)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const column = Math.floor((info.width * x) / 100);
  const row = Math.floor((info.height * y) / 100);
  const at = (row * info.width + column) * info.channels;
  return [...data.subarray(at, at + 3)];
}

test("the pages of a scan are drawn one by one, as wide as it takes to read them", async () => {
  const file = shared(
    "documents/pdf/Seige_of_Vicksburg_Sample_OCR-crazyones-merged.pdf",
  );
  expect(await count(file)).toEqual({ ok: true, pageCount: 7 });
  const [first, last] = [await pictureOf(file, 1), await pictureOf(file, 7)];
  expect(first.equals(last)).toBe(false);
  expect(await sharp(first).metadata()).toMatchObject({
    ...{ format: "webp", width: 1400, height: 2100 },
    channels: 3,
  });
  expect(await sharp(first).metadata()).not.toHaveProperty("exif");
  const beyond = await drawPage({ path: file, sender, page: 8 });
  expect(beyond).toEqual({ ok: true, picture: undefined });
});

test("red stays red, and what was typed into a form is there", async () => {
  const red = makePdf({ content: "1 0 0 rg 0 0 595 842 re f" });
  const [r = 0, g = 255, b = 255] = await colourAt(
    await pictureOf(written(red)),
    50,
    50,
  );
  expect([r > 230, g < 30, b < 30]).toEqual([true, true, true]);
  const field =
    "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(b)/Rect[0 0 595 842]/F 4/AP<</N 7 0 R>>/P 3 0 R>>";
  const look = "0 0 1 rg 0 0 595 842 re f";
  const appearance = `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length ${look.length}>>stream\n${look}\nendstream`;
  const form = makePdf({
    content: " ",
    catalog: "/AcroForm<</Fields[6 0 R]>>",
    objects: [field, appearance],
  })
    .toString("latin1")
    .replace("/MediaBox", "/Annots[6 0 R]/MediaBox");
  const filled = await pictureOf(written(Buffer.from(form, "latin1")));
  const [, , blue = 0] = await colourAt(filled, 50, 50);
  const [notRed = 255] = await colourAt(filled, 50, 50);
  expect([blue > 150, notRed < 200]).toEqual([true, true]);
});

test.each([
  ["documents/pdf/encrypted-file.pdf", "locked"],
  ["documents/pdf/libreoffice-writer-password.pdf", "locked"],
  ["uploads/files/pdf-truncated.pdf", "unreadable"],
  ["uploads/files/html-as-pdf.pdf", "unreadable"],
  ["uploads/files/zero-bytes.pdf", "unreadable"],
])("%s has no pages to show: it is %s", async (name, reason) => {
  const path = shared(name);
  expect(await count(path)).toEqual({ ok: false, reason });
  const drawn = await drawPage({ path, sender, page: 1 });
  expect(drawn).toEqual({ ok: false, reason });
});

test.each([
  [595, 842],
  [14_400, 14_400],
  [14_400, 3],
  [3, 14_400],
  [1, 1],
  [600, 60_000],
])(
  "a page of %d by %d points stays within the bounds",
  async (width, height) => {
    const size = fitPage({ width, height });
    expect(size).toBeDefined();
    const { width: w = 0, height: h = 0 } = size ?? {};
    expect(w).toBeGreaterThanOrEqual(1);
    expect(h).toBeGreaterThanOrEqual(1);
    expect(w).toBeLessThanOrEqual(1_400);
    expect(h).toBeLessThanOrEqual(4_000);
    expect(w * h).toBeLessThanOrEqual(4_000_000);
    const bytes = makePdf().toString("latin1");
    const page = bytes.replace("[0 0 595 842]", `[0 0 ${width} ${height}]`);
    const drawn = await sharp(
      await pictureOf(written(Buffer.from(page, "latin1"))),
    ).metadata();
    expect(drawn).toMatchObject({ width: w, height: h });
  },
);

test.each([
  [0, 10],
  [10, Number.NaN],
  [-5, 10],
  [Infinity, 1],
])("a page of %d by %d points has no size to be drawn in", (width, height) => {
  expect(fitPage({ width, height })).toBeUndefined();
});

test("a file that never ends costs its own pages: the next file is drawn", async () => {
  const form = (next: string) =>
    `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</P ${next}>>>>/Length 800>>stream\n${"/P Do ".repeat(133)}  \nendstream`;
  const levels = Array.from({ length: 8 }, (_, at) => form(`${at + 7} 0 R`));
  const leaf = "0 0 595 842 re f ".repeat(40);
  const last = `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length ${leaf.length}>>stream\n${leaf}\nendstream`;
  const bomb = written(
    makePdf({
      content: "/P Do",
      resources: "/XObject<</P 6 0 R>>",
      objects: [...levels, last],
    }),
  );
  const little = { leftMilliseconds: 1_000 };
  const [hostile, honest] = await Promise.all([
    drawPage({ path: bomb, sender: "staff b", page: 1, budget: little }),
    drawPage({ path: written(makePdf()), sender, page: 1 }),
  ]);
  expect(hostile).toEqual({ ok: false, reason: "too-much" });
  expect(honest).toMatchObject({ ok: true });
}, 60_000);

test("what nobody waits for any more is not drawn", async () => {
  const file = written(makePdf());
  const left = new AbortController();
  const first = drawPage({ path: file, sender, page: 1 });
  const abandoned = drawPage({
    ...{ path: file, sender, page: 1 },
    gone: left.signal,
  });
  left.abort();
  expect(await abandoned).toEqual({ ok: false, reason: "busy" });
  expect(await first).toMatchObject({ ok: true });
});

test("what was drawn is let go: twenty pages take no more than three", async () => {
  const file = shared("documents/pdf/SF424_page2.pdf");
  for (let round = 0; round < 3; round += 1) await pictureOf(file);
  const before = process.memoryUsage.rss();
  for (let round = 0; round < 20; round += 1) await pictureOf(file);
  expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
}, 120_000);
