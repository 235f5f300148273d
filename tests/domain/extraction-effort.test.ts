import { bytesInMemory } from "#app/domain/files/formats/file-bytes.server.ts";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { extractFromFile } from "#app/domain/files/extract/read-text.server.ts";
import { isBeyondEffort } from "#app/domain/files/formats/pdf-effort.server.ts";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { makePdf } from "#tests/fixtures/documents.ts";
import { makeTestFolder } from "#tests/given/database.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const words = "BT /F1 12 Tf 72 720 Td (Still here) Tj ET";
const nested = (depth: number, between = " ") =>
  makePdf({ content: `${`q${between}`.repeat(depth)}${words}` });

/** Tables of what codes mean, packed as programs pack them. */
function withTables(...bodies: string[]) {
  const objects = bodies.map((body) => {
    const packed = deflateSync(
      `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${body} endcmap`,
    ).toString("latin1");
    return `<</Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream`;
  });
  return makePdf({ objects });
}

const section = (...lines: string[]) =>
  `${lines.length} beginbfrange ${lines.join("\n")} endbfrange`;
const ranges = (...lines: string[]) => withTables(section(...lines));
const allCodes = (times: number) =>
  section(...Array<string>(times).fill("<0000><FFFF><0041>"));

async function extract(bytes: Buffer) {
  const file = path.join(makeTestFolder(), randomUUID());
  writeFileSync(file, bytes);
  return extractFromFile({ path: file, typeId: "pdf" });
}

describe("a PDF that would hold the reader for half a minute is told from others before", () => {
  test.each<[string, Buffer]>([
    ["ten thousand states put aside", nested(10_000)],
    ["the same with line ends", nested(10_000, "\r\n")],
    ["the same with lists between", nested(10_000, "[]")],
    ["the same with words between", nested(10_000, "(a)Tj ")],
    ["the same with empty words between", nested(10_000, "()")],
    ["a table of sixteen million codes", ranges("<0000> <FFFFFE> <0041>")],
    ["a table of all codes, over and over", withTables(allCodes(400))],
    [
      "the same in two sections",
      withTables(`${allCodes(200)} ${allCodes(200)}`),
    ],
    ["the same in two tables", withTables(allCodes(200), allCodes(200))],
    [
      "codes that mean a book each",
      ranges(`<0000> <FFFF> <${"0041".repeat(2_000)}>`),
    ],
  ])("%s", (_name, bytes) => {
    expect(isBeyondEffort(bytesInMemory(bytes))).toBe(true);
  });

  test("and is failed with that reason", async () => {
    expect(await extract(nested(10_000))).toEqual({
      state: "failed",
      reason: "beyond-effort",
    });
  });
});

describe("what programs write is read", () => {
  const restored = makePdf({ content: `${"q Q ".repeat(50_000)}${words}` });
  const ofMathematics = makePdf({
    content: `BT /F1 12 Tf ${"(q) Tj ".repeat(5_000)} ET ${words}`,
  });
  test.each<[string, Buffer]>([
    ["states that are taken up again", restored],
    ["deeper than the standard says", nested(200)],
    ["a paper about the letter q", ofMathematics],
    [
      "a table of all codes for each of a hundred fonts",
      ranges(...Array<string>(100).fill("<0000> <FFFF> <0000>")),
    ],
    [
      "single codes that mean an emoji",
      withTables(`2 beginbfchar <0001> <D83DDE00> <0002> <D83DDE01> endbfchar`),
    ],
    [
      "a list of meanings",
      ranges(
        "<0000> <0002> [<D83DDE00> <D83DDE01> <D83DDE02>]",
        "<0003> <0004> <0041>",
      ),
    ],
  ])("%s", (_name, bytes) => {
    expect(isBeyondEffort(bytesInMemory(bytes))).toBe(false);
  });

  test("with its words", async () => {
    expect(await extract(restored)).toMatchObject({ text: "Still here" });
    expect(await extract(nested(200))).toMatchObject({ text: "Still here" });
  });
});

const shapes: Record<string, (size: number) => Buffer> = {
  "states put aside and taken up": (size) =>
    makePdf({ content: "q Q ".repeat(size) }),
  "tables that do not end": (size) => withTables("beginbfrange ".repeat(size)),
  "ranges that do not end": (size) =>
    withTables(`beginbfrange ${"<0000> <0000 ".repeat(size)}`),
  "lists that do not end": (size) =>
    withTables(`beginbfrange ${"<00> <00> [".repeat(size)}`),
  "small ranges": (size) =>
    withTables(`beginbfrange ${"<00> <00> <00> ".repeat(size)} endbfrange`),
};

test.each(Object.entries(shapes))(
  "%s are counted in a line",
  async (_name, shape) => {
    const made = new Map<number, Buffer>();
    const growth = await measureGrowth((size) => {
      const bytes = made.get(size) ?? shape(size);
      made.set(size, bytes);
      isBeyondEffort(bytesInMemory(bytes));
    }, 20_000);
    expect(isLinearGrowth(growth)).toBe(true);
  },
);
