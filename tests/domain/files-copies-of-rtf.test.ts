import sharp from "sharp";
import { expect, test } from "vitest";
import { RtfCopy } from "#app/domain/files/copy/copy-rtf.server.ts";
import { inspectRtf } from "#app/domain/files/inspect/inspect-text.server.ts";
import { bytesInMemory } from "#app/domain/files/formats/file-bytes.server.ts";
import { copyDocument } from "#tests/asking/copies-of-documents.ts";
import { secrets } from "#tests/fixtures/secrets.ts";
import {
  isLinearGrowth,
  measureGrowth,
  readingMade,
} from "#tests/setup/growth.ts";

const secret = (n: number) => secrets[n] ?? "";

/** An RTF with something to hide in each place that has been thought of. */
const tellingRtf = (jpeg = Buffer.alloc(0)) =>
  `{\\rtf1\\ansi{\\fonttbl{\\f0\\fnil{\\*\\panose 02}Arial;}}{\\stylesheet{\\s0 Normal;}{\\*\\cs10 Strong;}}{\\colortbl;\\red0;}
{\\info{\\title ${secret(0)}}{\\author ${secret(1)}}{\\*\\company ${secret(2)}}{\\creatim\\yr2021}}{\\*\\generator ${secret(3)};}{\\*\\rsidtbl \\rsid123}{\\*\\revtbl{${secret(4)};}}{\\*\\userprops{\\propname ${secret(5)}}{\\staticval ${secret(6)}}}{\\*\\template ${secret(7)}}{\\*\\passwordhash ${secret(8)}}{\\*\\docvar{a}{${secret(9)}}}{\\*\\whatever ${secret(10)}}
{\\header Above {\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 1}}}
\\pard\\plain\\b\\insrsid99 Before\\b0\\v ${secret(11)}\\v0 , {\\b\\v ${secret(12)}\\u8217? \\'e9}{\\revised\\revauth1\\revdttm123 added}{\\deleted\\revauthdel1 ${secret(13)}\\par}{\\mvf ${secret(14)}}\\par
{\\*\\atnid ${secret(15)}}{\\*\\atnauthor ${secret(16)}}{\\*\\annotation{\\*\\atndate ${secret(17)}}${secret(18)}}{\\xe ${secret(19)}}{\\*\\bkmkstart ${secret(20)}}{\\author ${secret(21)}}
{\\field{\\*\\fldinst{HYPERLINK "file:///C:/${secret(22)}"}}{\\fldrslt linked}}{\\object\\objemb{\\*\\objclass ${secret(23)}}{\\*\\objdata ${secret(24)}}{\\result shown}}
{\\plain now {\\b\\info ${secret(25)}}}{\\*{x} ${secret(26)}}{\\v\\plain plain}\\par
{\\*\\shppict{\\pict{\\*\\picprop ${secret(27)}}\\jpegblip\\picw4\\bliptag123{\\*\\blipuid ${secret(28)}}
${jpeg.toString("hex").replace(/(.{60})/g, "$1\n")}}}{\\nonshppict{\\pict\\wmetafile8 ${secret(29)}}}last\\'e9\\{}
${secret(30)}}`;

/** What is left of an RTF's words when nobody knows what groups are for. */
const wordsOf = (rtf: string) =>
  rtf
    .replace(/\\[a-z]+-?\d* ?/gi, "")
    .replace(/[\n{}]+/g, " ")
    .replace(/\s+/g, " ");

test("none of what its author did not mean to send is in an RTF's copy, and every word of theirs is", async () => {
  const jpeg = await sharp({
    create: { width: 4, height: 4, channels: 3, background: "red" },
  })
    .withExif({ IFD0: { Artist: secret(31) } })
    .jpeg()
    .toBuffer();
  const bytes = Buffer.from(tellingRtf(jpeg), "latin1");
  expect(jpeg.includes(secret(31))).toBe(true);
  const { outcome, copy } = await copyDocument("rtf", bytes);
  expect(outcome).toEqual({ state: "made", typeId: "rtf" });
  const text = copy.toString("latin1");
  const picture = Buffer.from(/ffd8[0-9a-f]*/.exec(text)?.[0] ?? "", "hex");
  for (const one of secrets) {
    expect(text).not.toContain(one);
    expect(picture.includes(one)).toBe(false);
  }
  expect(await sharp(picture).metadata()).toMatchObject({ width: 4 });
  expect(wordsOf(text.replace(/ffd8[0-9a-f]*/, ""))).toMatch(
    /Arial; .*Normal;.* Above .*Before, added.* linked.*shown.*now .*plain.* last\\'e9\\ $/,
  );
  expect(text).toContain("\\chpgn ");
  const signs = text.replaceAll("\\{", "");
  expect(signs.split("{")).toHaveLength(signs.split("}").length);
  expect(text).not.toMatch(/rsid|rev|\\v |deleted/);
  expect(inspectRtf(bytesInMemory(copy))).toMatchObject({
    ok: true,
    flags: [],
  });
});

test.each([
  ["a drawing", "{\\shp{\\*\\shpinst a}}"],
  ["an old picture", "{\\pict\\wmetafile8 00}"],
  ["a style that hides", "{\\stylesheet{\\*\\cs9\\v Hidden;}}"],
])("there is no copy of an RTF with %s", async (_name, body) => {
  const bytes = Buffer.from(`{\\rtf1 a${body}}`);
  expect((await copyDocument("rtf", bytes)).outcome).toEqual({
    state: "not-available",
    reason: "something-inside",
  });
});

test("there is none of what is no RTF to its end, and one that is nested deeper than anybody nests is written", async () => {
  for (const body of ["Ada", "{\\rtf1 a", "{\\rtf1 {\\pict\\bin4 }}}}}"])
    expect((await copyDocument("rtf", Buffer.from(body))).outcome).toEqual({
      state: "failed",
      reason: "unreadable",
    });
  const deep = `{\\rtf1 ${"{\\b ".repeat(20_000)}${"}".repeat(20_000)}}`;
  const made = await copyDocument("rtf", Buffer.from(deep));
  expect(made.outcome.state).toBe("made");
});

test("an RTF of four times the length takes no more than four times as much", async () => {
  const growth = await measureGrowth(
    readingMade(
      (size) =>
        `{\\rtf1 ${"{\\v a\\v0 b}{\\*\\x {y}}".repeat(size)}${"{".repeat(size)}${"}".repeat(size)}}`,
      (rtf) => new RtfCopy(() => undefined).of(rtf),
    ),
    2_000,
  );
  expect(isLinearGrowth(growth)).toBe(true);
});
