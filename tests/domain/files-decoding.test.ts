import { bytesInMemory } from "#app/domain/files/formats/file-bytes.server.ts";
import { describe, expect, test } from "vitest";
import { decodeText } from "#app/domain/files/decode-text.ts";
import { freezeText } from "#app/domain/files/extraction.ts";
import { inspectText } from "#app/domain/files/inspect/inspect-text.server.ts";

const bytesOf = (hex: string) => Buffer.from(hex.replaceAll(" ", ""), "hex");
const said = "“Don’t”, she said – £5 or €6… naïve";
const saidByWindows = Buffer.concat([
  bytesOf("93"),
  Buffer.from("Don"),
  bytesOf("92"),
  Buffer.from("t"),
  bytesOf("94"),
  Buffer.from(", she said "),
  bytesOf("96 20 a3"),
  Buffer.from("5 or "),
  bytesOf("80"),
  Buffer.from("6"),
  bytesOf("85 20"),
  Buffer.from("na"),
  bytesOf("ef"),
  Buffer.from("ve"),
]);
const bigEndian = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("a plain text reads as it was written, however it was saved", () => {
  test.each<[how: string, bytes: Buffer]>([
    ["UTF-8", Buffer.from(said)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${said}`)],
    ["Windows-1252", saidByWindows],
    ["UTF-16 as Excel saves it", Buffer.from(`\uFEFF${said}`, "utf16le")],
    ["UTF-16, big end first", bigEndian(`\uFEFF${said}`)],
    ["UTF-16 without its mark", Buffer.from(said, "utf16le")],
    ["UTF-16, big end first, without its mark", bigEndian(said)],
  ])("%s", (_how, bytes) => {
    expect(decodeText(bytes)).toBe(said);
  });

  test("all of Windows-1252's own 27 characters", () => {
    const own = bytesOf(
      "80 82 83 84 85 86 87 88 89 8a 8b 8c 8e 91 92 93 94 95 96 97 98 99 9a 9b 9c 9e 9f",
    );
    const spaced = Buffer.from([...own].flatMap((byte) => [byte, 0x20]));
    expect(decodeText(spaced).replaceAll(" ", "")).toBe(
      "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
    );
  });

  test("quotes and a dash in a row are no other script", () => {
    expect(decodeText(bytesOf("61 92 94 97 20 62"))).toBe("a’”— b");
  });

  test.each<[what: string, bytes: Buffer, text: string]>([
    [
      "a UTF-8 file cut in the middle of a character",
      Buffer.from("“Don’t” é").subarray(0, -1),
      "“Don’t” \uFFFD",
    ],
    [
      "a UTF-8 file with one stray byte",
      Buffer.concat([Buffer.from("“Don’t” "), bytesOf("e9 20 62")]),
      "“Don’t” \uFFFD b",
    ],
    [
      "Greek as Windows saves it",
      bytesOf("ca e1 eb e7"),
      "\uFFFD\uFFFD\uFFFD\uFFFD",
    ],
  ])("%s is read as UTF-8 and what is lost is marked", (_what, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test("the five bytes that mean nothing are marked", () => {
    expect(decodeText(bytesOf("61 81 20 8d 20 8f 20 90 20 9d"))).toBe(
      "a\uFFFD \uFFFD \uFFFD \uFFFD \uFFFD",
    );
  });
});

test("no control character is frozen: those of a wrong turn by way of Latin 1 become quotes", () => {
  expect(freezeText("don\u0092t \u0093so\u0094 \u0081b\u0085").text).toBe(
    "don’t “so” \uFFFDb…",
  );
});

describe("a text is told what it is", () => {
  test.each<[name: string, bytes: Buffer | string, expected: object]>([
    ["starts with <", "<Name withheld> wrote this.", { ok: true, flags: [] }],
    ["comes from UTF-16", Buffer.from("a,b\r\n1,2", "utf16le"), { ok: true }],
    ["is filled up with NULs", "An answer.\0\0\0", { ok: true }],
    ["holds NULs", "An\0answer", { ok: false, reason: "not-text" }],
    [
      "is a web page",
      "\n <!DOCTYPE html><p>a",
      { ok: false, reason: "markup" },
    ],
    ["is a drawing", '<svg onload="a()"/>', { ok: false, reason: "markup" }],
    [
      "is XML",
      '\uFEFF<?xml version="1.0"?><a/>',
      { ok: false, reason: "markup" },
    ],
    ["runs a script", "<SCRIPT>a()</script>", { ok: false, reason: "markup" }],
  ])("that %s", (_name, content, expected) => {
    expect(
      inspectText(bytesInMemory(Buffer.from(content)), "txt"),
    ).toMatchObject(expected);
  });
});

describe("a cell that a spreadsheet would run is told from a number", () => {
  test.each([
    "a,=1+1",
    "a;@SUM(1)",
    'a,"=1"',
    'a, "=1"',
    "a\n+cmd|' /C calc'!A0",
    "-A1",
    "a,＝1",
    'a,"\n=1"',
    "a,-2+3",
  ])("%j runs", (text) => {
    const bytes = Buffer.from(`n\n${text}\n`);
    const inspection = inspectText(bytesInMemory(bytes), "csv");
    expect(inspection).toMatchObject({ flags: ["formula-cells"] });
  });

  test.each([
    "-12.5,-3",
    "+44 (0)20 7946 0000",
    "-1.5e-3",
    "-5%",
    '"-1"',
    "a=b",
    "-",
  ])("%j does not", (text) => {
    const bytes = Buffer.from(`n\n${text}\n`);
    const inspection = inspectText(bytesInMemory(bytes), "csv");
    expect(inspection).toMatchObject({ ok: true, flags: [] });
  });
});
