import { readFileSync } from "node:fs";
import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { expect, test } from "vitest";
import { givenCoding, now } from "#tests/given/coded.ts";
import { givenExport, unpackBytes } from "#tests/given/exported.ts";
import { hasSharedData, sharedData } from "#tests/fixtures/shared-data.ts";

/** Somebody's words with all that a format could stumble over, tagged behind an emoji. */
const words =
  "\u{1F3E0} before.  Two spaces,\ta tab & <b>\nnext line ]]> \u0001 \uFFFE _x0041_ \u{1F511}";

async function givenCoded() {
  const coding = await givenCoding();
  const parent = await coding.tag("Support");
  const child = await coding.tag("Money & <more>", parent);
  const place = await coding.answer(words);
  await coding.code(place, child, "Two spaces,\ta tab & <b>\nnext line", {
    memo: "A memo.",
  });
  await coding.code(place, child, "\u{1F511}");
  await coding.whole(place.responseId, parent);
  return { ...coding, place, actor: coding.lead };
}

test("a workbook has no formula, no letter that it has no place for, and a cut cell says where the whole of it stands", async () => {
  const { db, lead: actor, answer } = await givenCoding();
  const long = `${"a".repeat(32_760)}${"\u{1F3E0}".repeat(20)}`;
  const { reference } = await answer(long);
  await answer('=HYPERLINK("http://a") \u0001\uFFFE _x0041_');
  const { members } = await givenExport(db, { actor, format: "xlsx" });
  expect([...members.keys()]).toEqual([
    "responses.xlsx",
    "whole-texts.jsonl",
    "manifest.json",
  ]);
  const bytes = members.get("responses.xlsx") ?? Buffer.alloc(0);
  const book = await readXlsx(bytes);
  const rows = book.sheets[0]?.rows ?? [];
  expect(rows[0]?.[0]).toBe("reference");
  expect(rows).toHaveLength(4);
  const cells = rows.flat().map((cell) => String(cell ?? ""));
  expect(cells).toContain('=HYPERLINK("http://a")  _x0041_');
  const cut = cells.find((cell) => cell.length > 1_000) ?? "";
  expect(cut.length).toBeLessThanOrEqual(32_767);
  expect(cut).toMatch(/a… \[the whole text stands in whole-texts\.jsonl\]$/);
  const whole = JSON.parse(String(members.get("whole-texts.jsonl")));
  expect(whole).toMatchObject({ reference, text: long });
  const parts = await unpackBytes(bytes);
  const sheet = String(parts.get("xl/worksheets/sheet1.xml"));
  expect(sheet).not.toMatch(/<f[ >]/);
  XmlDocument.fromString(sheet).dispose();
});

test("a document of quotes begins with its type, unpacked, and holds passages under their tags", async () => {
  const { db, actor, place } = await givenCoded();
  const { members } = await givenExport(db, { actor, format: "odt" });
  const odt = members.get("quotes.odt") ?? Buffer.alloc(0);
  expect(odt.subarray(30, 77).toString("latin1")).toBe(
    "mimetypeapplication/vnd.oasis.opendocument.text",
  );
  // Neither packed, nor with a field behind the name.
  expect([odt.readUInt16LE(8), odt.readUInt16LE(28)]).toEqual([0, 0]);
  const parts = await unpackBytes(odt);
  expect([...parts.keys()]).toEqual([
    "mimetype",
    "META-INF/manifest.xml",
    "content.xml",
  ]);
  const content = String(parts.get("content.xml"));
  XmlDocument.fromString(content).dispose();
  expect(content).toContain(">Money &amp; &lt;more&gt;</text:h>");
  expect(content).toContain(
    "Two spaces,<text:tab/>a tab &amp; &lt;b&gt;<text:line-break/>next line",
  );
  expect(content).toContain(place.reference);
  expect(content).not.toContain("A memo.");
});

const xsd = path.join(sharedData, "refi-qda/Project-mrt2019.xsd");

async function givenProject(of: Awaited<ReturnType<typeof givenCoded>>) {
  const { db, actor } = of;
  const asked = { actor, format: "qdpx", kind: "analysis", now } as const;
  const { members } = await givenExport(db, asked);
  const project = members.get("project.qdpx") ?? Buffer.alloc(0);
  const parts = await unpackBytes(project);
  return { parts, qde: String(parts.get("project.qde")) };
}

test.runIf(hasSharedData("refi-qda"))(
  "a project is valid by the schema of REFI-QDA",
  async () => {
    const { qde } = await givenProject(await givenCoded());
    const schema = XmlDocument.fromString(readFileSync(xsd, "utf8"));
    const validator = XsdValidator.fromDoc(schema);
    const document = XmlDocument.fromString(qde);
    validator.validate(document);
    for (const one of [document, validator, schema]) one.dispose();
  },
);

test("a project's places count code points in its own texts, and whatever it names is there", async () => {
  const given = await givenCoded();
  const { parts, qde } = await givenProject(given);
  const of = (pattern: RegExp) =>
    [...qde.matchAll(pattern)].map(([, ...found]) => found);
  const source = of(
    new RegExp(
      `<TextSource guid="([^"]+)" name="${given.place.reference}"[^>]* plainTextPath="internal://([^"]+)"`,
      "g",
    ),
  )[0];
  const text = String(parts.get(`sources/${source?.[1]}`));
  expect(text).toContain(words);
  const letters = [...text];
  const marked = of(/startPosition="(\d+)" endPosition="(\d+)"/g).map(
    ([start, end]) => letters.slice(Number(start), Number(end)).join(""),
  );
  expect(marked.sort()).toEqual(
    ["Two spaces,\ta tab & <b>\nnext line", "\u{1F511}"].sort(),
  );
  const guids = of(/ guid="([^"]+)"/g).flat();
  expect(new Set(guids).size).toBe(guids.length);
  for (const [target] of of(
    /(?:targetGUID|creatingUser|creatingUserGUID)="([^"]+)"/g,
  ))
    expect(guids).toContain(target);
  for (const [name] of of(/internal:\/\/([^"]+)/g))
    expect(parts.has(`sources/${name}`)).toBe(true);
});

test("a project made again has the same guids", async () => {
  const given = await givenCoded();
  const guidsOf = async () =>
    (await givenProject(given)).qde.match(/guid="[^"]+"/g);
  expect(await guidsOf()).toEqual(await guidsOf());
});
