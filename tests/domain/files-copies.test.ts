import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { AcceptedTypeId } from "#app/domain/files/accepted-types.ts";
import { copyFile, findQpdf } from "#app/domain/files/copy-file.server.ts";
import { makeCopy } from "#app/domain/files/copy/make-copy.server.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { makeTestFolder } from "#tests/given/database.ts";
import {
  mirrored,
  phonePhoto,
  phonePhotoHeld,
  turned,
} from "#tests/fixtures/pictures.ts";

const secret = "51 deg 30' N of Ada";

/** What becomes of bytes that are copied, and the copy's own; with `tools` in a process of its own. */
async function copyBytes(
  typeId: AcceptedTypeId,
  bytes: Buffer,
  tools?: { qpdf: string },
) {
  const folder = makeTestFolder();
  const source = path.join(folder, randomUUID());
  const target = path.join(folder, randomUUID());
  writeFileSync(source, bytes);
  const copy = { typeId, source, target };
  const workFolder = makeTestFolder();
  const outcome = await (tools
    ? copyFile(copy, tools)
    : makeCopy({ ...copy, workFolder, qpdf: findQpdf() }));
  expect(readFileSync(source)).toEqual(bytes);
  const isMade = outcome.state === "made";
  expect(existsSync(target)).toBe(isMade);
  expect(readdirSync(folder)).toHaveLength(isMade ? 2 : 1);
  return { outcome, copy: isMade ? readFileSync(target) : Buffer.alloc(0) };
}

/** Half red, half blue, to be turned by a quarter, and tells where it was taken. */
const photo = (orientation = 6) =>
  sharp({ create: { width: 60, height: 20, channels: 3, background: "blue" } })
    .composite([
      {
        input: {
          create: { width: 30, height: 20, channels: 3, background: "red" },
        },
        left: 0,
        top: 0,
      },
    ])
    .withExif({ IFD0: { Artist: secret } })
    .withMetadata({ orientation });

async function colourAt(picture: Buffer, left: number, top: number) {
  const [red = 0, , blue = 0] = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return red > blue ? "red" : "blue";
}

const turnedBack = "red over blue";

/** Which half is which, as a person who looks at it sees them. */
async function describeHalves(picture: Buffer) {
  const { width, height } = await sharp(picture).metadata();
  const first = await colourAt(picture, 2, 2);
  const last = await colourAt(picture, width - 3, height - 3);
  return `${first} ${width > height ? "beside" : "over"} ${last}`;
}

test("a photo's copy is turned the right way and tells nothing of its making", async () => {
  const bytes = await photo().jpeg().toBuffer();
  expect(bytes.includes(secret)).toBe(true);
  const { outcome, copy } = await copyBytes("jpeg", bytes);
  expect(outcome).toEqual({ state: "made", typeId: "jpeg" });
  const facts = await sharp(copy).metadata();
  expect(facts).toMatchObject({ format: "jpeg", width: 20, height: 60 });
  expect([facts.exif, facts.orientation]).toEqual([undefined, undefined]);
  expect(copy.includes(secret)).toBe(false);
  expect(await colourAt(copy, 10, 2)).toBe("red");
  expect(await colourAt(copy, 10, 57)).toBe("blue");
});

test("a phone's own photo becomes a JPEG that everybody can open", async () => {
  const tools = { qpdf: "" };
  const { outcome, copy } = await copyBytes("heic", phonePhoto, tools);
  expect(outcome).toEqual({ state: "made", typeId: "jpeg" });
  expect(await sharp(copy).metadata()).toMatchObject({ width: 64, height: 32 });
  expect(await colourAt(copy, 5, 16)).toBe("red");
  expect(await colourAt(copy, 60, 16)).toBe("blue");
});

test.each([
  ["a quarter", [turned(1)], "blue over red"],
  ["on its head", [turned(2)], "blue beside red"],
  ["three quarters", [turned(3)], "red over blue"],
  ["mirrored", [mirrored("left-right")], "blue beside red"],
  ["mirrored over its middle", [mirrored("upper-lower")], "red beside blue"],
  ["turned, then mirrored", [turned(1), mirrored("upper-lower")], turnedBack],
  ["mirrored, then turned", [mirrored("left-right"), turned(1)], turnedBack],
])("a phone's photo held %s stands upright", async (_held, how, expected) => {
  const { copy } = await copyBytes("heic", phonePhotoHeld(...how));
  expect(await describeHalves(copy)).toBe(expected);
});

test.each([
  ["jpeg", 1, "red beside blue"],
  ["jpeg", 2, "blue beside red"],
  ["jpeg", 3, "blue beside red"],
  ["jpeg", 4, "red beside blue"],
  ["jpeg", 5, "red over blue"],
  ["jpeg", 6, "red over blue"],
  ["jpeg", 7, "blue over red"],
  ["jpeg", 8, "blue over red"],
  ["webp", 3, "blue beside red"],
  ["webp", 8, "blue over red"],
  ["avif", 6, "red over blue"],
  ["png", 6, "red over blue"],
] as const)(
  "a picture (%s) that says it was held as %i stands upright, once",
  async (typeId, orientation, expected) => {
    const bytes = await photo(orientation).toFormat(typeId).toBuffer();
    const { copy } = await copyBytes(typeId, bytes);
    expect(await describeHalves(copy)).toBe(expected);
  },
);

test("a picture from a web page becomes a JPEG, and a PNG where one sees through it", async () => {
  const { outcome } = await copyBytes("webp", await photo().webp().toBuffer());
  expect(outcome).toEqual({ state: "made", typeId: "jpeg" });
  const clear = await sharp({
    create: { width: 9, height: 9, channels: 4, background: "#ff000080" },
  })
    .withExif({ IFD0: { Artist: secret } })
    .webp()
    .toBuffer();
  const { outcome: ofClear, copy } = await copyBytes("webp", clear);
  expect(ofClear).toEqual({ state: "made", typeId: "png" });
  expect(copy.includes(secret)).toBe(false);
});

test("what cannot be drawn has no copy", async () => {
  const whole = await photo().jpeg().toBuffer();
  for (const [typeId, bytes] of [
    ["jpeg", whole.subarray(0, whole.length / 2)],
    ["heic", phonePhoto.subarray(0, 300)],
    ["png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
  ] as const)
    expect((await copyBytes(typeId, bytes)).outcome).toEqual({
      state: "failed",
      reason: "unreadable",
    });
});

test("text has nothing to hide, and a PDF that nothing here cleans has no copy", async () => {
  const bytes = makePdf();
  expect((await copyBytes("txt", bytes, { qpdf: "" })).outcome.state).toBe(
    "not-needed",
  );
  expect((await copyBytes("pdf", bytes, { qpdf: "" })).outcome).toEqual({
    state: "not-available",
    reason: "no-tool",
  });
});

/** What a PDF's packed streams say. */
function unpacked(pdf: Buffer): string {
  const packed = /\/FlateDecode[^]*?stream\n([^]*?)endstream/g;
  return [...pdf.toString("latin1").matchAll(packed)]
    .map(([, bytes = ""]) => inflateSync(Buffer.from(bytes, "latin1")))
    .join("\n");
}

test.skipIf(findQpdf() === "")(
  "a PDF's copy has its page and no properties, notes, scripts or places of photos (skipped where there is no qpdf)",
  async () => {
    const jpeg = await photo().jpeg().toBuffer();
    const stream = (dict: string, content: string) =>
      `<<${dict}/Length ${content.length}>>stream\n${content}\nendstream`;
    const bytes = makePdf({
      text: "The page itself.",
      catalog:
        "/Metadata 8 0 R/OpenAction<</S/JavaScript/JS(app.alert\\('run'\\))>>/X 7 0 R/Note 9 0 R",
      info: `<</Author(${secret.replace("'", "")})>>`,
      objects: [
        "<<>>",
        stream(
          "/Type/XObject/Subtype/Image/Width 60/Height 20/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
          jpeg.toString("latin1"),
        ),
        stream("/Type/Metadata/Subtype/XML", `<x>${secret}</x>`),
        "[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(a margin note)>><</Type/Annot/Subtype/Highlight/Rect[0 0 9 9]/T(Marker Name)>>]",
      ],
    });
    expect(bytes.includes(secret)).toBe(true);
    const { outcome, copy } = await copyBytes("pdf", bytes);
    expect(outcome).toEqual({ state: "made", typeId: "pdf" });
    const text = copy.toString("latin1") + unpacked(copy);
    expect(text).toContain("The page itself.");
    expect(text).toContain("/Highlight");
    expect(text).toContain("/DCTDecode");
    for (const hidden of ["of Ada", "a margin note", "Marker Name", "alert"])
      expect(text).not.toContain(hidden);
  },
);
