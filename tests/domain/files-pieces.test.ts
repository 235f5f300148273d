import { describe, expect, test } from "vitest";
import { decodePieces, decodeText } from "#app/domain/files/decode-text.ts";
import { bytesInMemory } from "#app/domain/files/formats/file-bytes.server.ts";
import {
  foreignPartsOfPdf,
  holdsArchive,
  isTestVirus,
} from "#app/domain/files/inspect/foreign-parts.ts";
import {
  inspectRtf,
  inspectText,
} from "#app/domain/files/inspect/inspect-text.server.ts";
import { scanPdf } from "#app/domain/files/inspect/scan-pdf.server.ts";

const pieceBytes = 65_536;

/** So much before a sign that each of its bytes once begins a piece. */
const offsetsOf = (sign: string) =>
  Array.from({ length: Buffer.byteLength(sign) + 3 }, (_, index) => index - 1);

/** What a reader finds wherever a piece ends within the sign: one answer where it makes no difference. */
function readAcross<Found>(
  sign: string,
  read: (bytes: Buffer) => Found,
  { start = "", filler = "a ", end = "" } = {},
): Found[] {
  const found = offsetsOf(sign).map((offset) => {
    const room = pieceBytes - offset - start.length;
    const before = start + filler.repeat(pieceBytes).slice(0, room);
    return read(
      Buffer.from(`${before}${sign}${filler.repeat(pieceBytes)}${end}`),
    );
  });
  return found.filter(
    (one, index) =>
      index === 0 || JSON.stringify(one) !== JSON.stringify(found[index - 1]),
  );
}

const csv = (bytes: Buffer) => inspectText(bytesInMemory(bytes), "csv");
const txt = (bytes: Buffer) => inspectText(bytesInMemory(bytes), "txt");
const rtf = (bytes: Buffer) => inspectRtf(bytesInMemory(bytes));
const inRtf = { start: "{\\rtf1 ", end: "}" };

describe("where a piece of a file ends makes no difference to what is found", () => {
  test.each<[string, unknown[]]>([
    [",=1+1\n", [{ ok: true, typeId: "csv", flags: ["formula-cells"] }]],
    [',"  =1"\n', [{ ok: true, typeId: "csv", flags: ["formula-cells"] }]],
    ["\n-12.5,+44 20 7946,a=b\n", [{ ok: true, typeId: "csv", flags: [] }]],
    [
      "\u202E",
      [{ ok: true, typeId: "csv", flags: ["bidirectional-controls"] }],
    ],
    ["ŵ€😀", [{ ok: true, typeId: "csv", flags: [] }]],
  ])("to the table with %j", (sign, expected) => {
    expect(readAcross(sign, csv)).toEqual(expected);
  });

  test("to the text that goes on after NULs", () => {
    expect(readAcross(" \0\0 \n", txt)).toEqual([
      { ok: false, reason: "not-text" },
    ]);
    expect(readAcross(" \0\0 \n", txt, { filler: " " })).toEqual([
      { ok: true, typeId: "txt", flags: [] },
    ]);
  });

  test.each<[string, string[]]>([
    ["\\object ", ["embedded-object"]],
    ["\\viewkind4 \\objects \\deletedness ", []],
    ["\\v ", ["hidden-text"]],
    ["{\\author A. Author}", ["document-properties"]],
    [" DDEAUTO ", ["dde-field"]],
  ])("to the RTF with %j", (sign, flags) => {
    expect(readAcross(sign, rtf, inRtf)).toEqual([
      { ok: true, typeId: "rtf", flags },
    ]);
  });

  test("to the virus, the archive and the other file", () => {
    const head = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$";
    const virus = `${head}EICAR-STANDARD-ANTIVIRUS-TEST-FILE!`;
    const holdsVirus = (bytes: Buffer) => isTestVirus(bytesInMemory(bytes));
    expect(readAcross(virus, holdsVirus)).toEqual([true]);
    const archive = (bytes: Buffer) => holdsArchive(bytesInMemory(bytes));
    const end = "PK\x05\x06";
    expect(readAcross("PK\x01\x02", archive, { end })).toEqual([true]);
    expect(readAcross("PK\x01", archive, { end })).toEqual([false]);
    const foreign = (bytes: Buffer) => foreignPartsOfPdf(bytesInMemory(bytes));
    const pdf = { start: "%PDF-1.7\n", filler: " " };
    expect(readAcross("%%EOF", foreign, pdf)).toEqual([undefined]);
    expect(readAcross("%%EOF x", foreign, pdf)).toEqual(["extra-bytes"]);
  });

  test("to the PDF's streams and names", () => {
    const read = (bytes: Buffer) => {
      const scan = scanPdf(bytesInMemory(bytes));
      return scan.ok && [[...scan.structure.names], scan.hasInvisibleText];
    };
    const sign = "1 0 obj<</JS(x)>>stream\r\n3 Tr\nendstream endobj/Launch ";
    expect(readAcross(sign, read)).toEqual([[["JS", "Launch"], true]]);
  });

  test("to a text of Windows, of UTF-16 or with half a character at its end", () => {
    const long = "“Don’t”, she said – £5 or €6… naïve ŵ\n";
    const bytes = [
      Buffer.from(long.repeat(4_000), "utf16le"),
      Buffer.from(`\uFEFF${long.repeat(4_000)}`),
      Buffer.from(`It cost \xa35, \x93caf\xe9\x94\n`.repeat(9_000), "latin1"),
      Buffer.from(`${"a".repeat(pieceBytes - 1)}€`).subarray(0, -1),
    ];
    for (const each of bytes) {
      const pieces = [...decodePieces(bytesInMemory(each))];
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.join("")).toBe(decodeText(each));
    }
    expect(decodeText(bytes[2] ?? Buffer.alloc(0))).toContain("£5, “café”");
  });
});

test("a cell that hides its formula behind thousands of blanks or digits is one all the same", () => {
  const hidden = (text: string) => csv(Buffer.from(`a,${text}\n`));
  const flags = ["formula-cells"];
  expect(hidden(`${" ".repeat(200_000)}=1`)).toMatchObject({ flags });
  expect(hidden(`-${"1".repeat(200_000)}+2`)).toMatchObject({ flags });
  const prose = `${"It helped ".repeat(20_000)}=1`;
  expect(hidden(prose)).toMatchObject({ ok: true, flags: [] });
});
