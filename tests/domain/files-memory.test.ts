import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import {
  makeDocx,
  makeJpeg,
  makePdf,
  makePng,
} from "#tests/fixtures/documents.ts";
import { makeTestFolder } from "#tests/given/database.ts";
import { compiledProcess } from "#tests/setup/compiled-processes.ts";

/** Parts of a file; a number is so many bytes that take no room on the disk. */
type Parts = (Buffer | string | number)[];

const line = "It helped that somebody listened; nobody had before.\n";
/** A quarter of the size, as of what does not pack: both take their time. */
const text = (byteSize: number): Parts =>
  Array<string>(Math.floor(byteSize / 4_000_000)).fill(
    line.repeat(Math.floor(1_000_000 / line.length)),
  );

function png(byteSize: number): Parts {
  const whole = makePng();
  const head = Buffer.alloc(8);
  head.writeUInt32BE(byteSize, 0);
  head.write("IDAT", 4);
  return [whole.subarray(0, 33), head, byteSize, "sums", whole.subarray(-12)];
}

function pdf(byteSize: number): Parts {
  const mark = "a picture";
  const picture = `<</Type/XObject/Subtype/Image/Length ${byteSize}>>stream\n${mark}\nendstream`;
  const whole = makePdf({ objects: [picture] }).toString("latin1");
  const [before = "", after = ""] = whole.split(mark);
  const moved = after.replace(/(?<=startxref\n)\d+/, (start) =>
    String(Number(start) - mark.length + byteSize),
  );
  return [before, byteSize, moved];
}

function heic(byteSize: number): Parts {
  const box = (type: string, size: number) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(size + 8, 0);
    head.write(type, 4);
    return head;
  };
  return [box("ftyp", 8), "heic\0\0\0\0", box("mdat", byteSize), byteSize];
}

const kinds: Record<string, (byteSize: number) => Parts> = {
  "story.txt": text,
  "table.csv": text,
  "letter.rtf": (byteSize) => ["{\\rtf1 ", ...text(byteSize), "}"],
  "scan.pdf": pdf,
  "photo.png": png,
  "photo.jpg": (byteSize) => [makeJpeg().subarray(0, -2), byteSize, "\xff\xd9"],
  "photo.heic": heic,
  "pictures.docx": (byteSize) => {
    // What does not pack.
    const content = randomBytes(byteSize / 200);
    const many = Array.from({ length: 25 }, (_, index) => ({
      name: `word/media/image${index}.png`,
      content,
    }));
    return [makeDocx({ entries: many })];
  },
};

function write(folder: string, byteSize: number) {
  mkdirSync(folder);
  for (const [name, make] of Object.entries(kinds)) {
    const descriptor = openSync(path.join(folder, name), "w");
    let position = 0;
    for (const part of make(byteSize)) {
      const bytes =
        typeof part === "string" ? Buffer.from(part, "latin1") : part;
      if (typeof bytes === "number") position += bytes;
      else position += writeSync(descriptor, bytes, 0, bytes.length, position);
    }
    ftruncateSync(descriptor, position);
    closeSync(descriptor);
  }
}

test("files of 100 MB are looked into and read in the memory that those of 25 MB take", async () => {
  const [small, large] = ["small", "large"].map((name) =>
    path.join(makeTestFolder(), name),
  ) as [string, string];
  write(small, 25_000_000);
  write(large, 100_000_000);
  // The first turn loads what reads them.
  const { stdout } = await promisify(execFile)(process.execPath, [
    compiledProcess("large-files"),
    ...[`${small},${small},${large}`, Object.keys(kinds).join()],
  ]);
  const [, ofSmall, ofLarge] = stdout
    .trim()
    .split("\n")
    .map(
      (told) => JSON.parse(told) as { found: string[]; mostKilobytes: number },
    );
  expect(ofSmall?.found).toEqual([
    ...["txt done", "csv done", "rtf no-text", "pdf done", "png no-text"],
    ...["jpeg no-text", "heic no-text", "docx done"],
  ]);
  expect(ofLarge?.found).toEqual(ofSmall?.found);
  const growth =
    Number(ofLarge?.mostKilobytes) / Number(ofSmall?.mostKilobytes);
  expect(growth).toBeLessThan(1.2);
}, 120_000);
