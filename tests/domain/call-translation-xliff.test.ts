import { expect, test } from "vitest";
import { textsOf } from "#app/domain/calls/authoring/translation/call-texts.ts";
import {
  planTranslation,
  seenOfCopy,
  takeInTranslation,
} from "#app/domain/calls/authoring/translation/take-in.server.ts";
import { readTranslations } from "#app/domain/calls/authoring/translation/translation-file.server.ts";
import { maxTranslationCharacters } from "#app/domain/calls/authoring/translation/translation-files.ts";
import { writeTranslationXliff } from "#app/domain/calls/authoring/translation/write-xliff.server.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { readXml } from "#app/domain/text/read-xml.server.ts";
import { givenTranslator } from "#tests/given/translations.ts";

const take = (copy: WorkingCopy) =>
  writeTranslationXliff(copy, { language: "cy", name: "a.xlf" }, ({ id }) => ({
    where: `At <${id}>`,
  }));

async function rowsOf(text: string) {
  const read = await readTranslations(text, "cy");
  if (!read.ok) throw new Error(read.fault.reason);
  return read.rows;
}

const wordsIn = (copy: WorkingCopy, id: string) =>
  textsOf(copy).find((text) => text.id === id)?.words;

/** A target for each unit of an id that begins so, the last unit first. */
function fill(file: string, begin: string, target: (source: string) => string) {
  const units = file
    .match(/<trans-unit .*<\/trans-unit>/gs)?.[0]
    .split(/\n(?=<trans-unit)/);
  const filled = units?.map((unit) =>
    unit.startsWith(`<trans-unit id="${begin}`)
      ? unit.replace(
          /<source>(.*?)<\/source>(<target.*?<\/target>)?/s,
          (all, source: string) =>
            `<source>${source}</source>${target(source)}`,
        )
      : unit,
  );
  const parts = file.split(/<trans-unit .*<\/trans-unit>/s);
  return `${parts[0]}${filled?.toReversed().join("\n")}${parts[1]}`;
}

test("texts go out and come in by their ids, in any order, and say the same in between", async () => {
  const { find, edit, retitle } = await givenTranslator();
  await retitle("story", 'Less < more & "so"\u0007 👪', "One  space");
  const out = take(await find());
  expect((await readXml(out, () => true)).ok).toBe(true);
  expect(out).toContain(
    "<source>Less &lt; more &amp; &quot;so&quot; 👪</source>",
  );
  const texts = textsOf(await find()).filter(({ words }) => words.en !== "");
  const back = await rowsOf(out);
  expect(back.map(({ id }) => id).toSorted()).toEqual(
    texts.map(({ id }) => id).toSorted(),
  );
  const rows = await rowsOf(
    fill(out, "page/story/", (source) => `<target>Cy: ${source}</target>`),
  );
  const copy = await find();
  const plan = planTranslation(copy, rows, "cy");
  expect(plan).toMatchObject({
    unknown: [],
    twice: [],
    tooLong: [],
    marked: [],
  });
  expect(plan.changes.map(({ isStale }) => isStale)).toEqual([false, false]);
  const of = { rows, language: "cy" as const, seen: seenOfCopy(copy) };
  await edit((now) => takeInTranslation(now, of));
  const after = await find();
  expect(wordsIn(after, "page/story/title")?.cy).toBe(
    'Cy: Less < more & "so" 👪',
  );
  const again = await rowsOf(take(after));
  expect(planTranslation(after, again, "cy").changes).toEqual([]);
});

test("a file that was out while the English and the translation changed says so, and offers what it was made from", async () => {
  const { find, retitle, translate } = await givenTranslator();
  await retitle("story", "Tell us");
  await translate("page.story", { "page/story/title": "Dywedwch" });
  const out = take(await find());
  expect(out).toContain('<target state="translated">Dywedwch</target>');
  await retitle("story", "Tell us more");
  await translate("page.who", { "question/who/label": "Pwy?" });
  const stale = take(await find());
  expect(stale).toContain(
    '<target state="needs-review-translation">Dywedwch</target>',
  );
  expect(stale).toContain(
    '<alt-trans alttranstype="previous-version"><source>Tell us</source><target>Dywedwch</target></alt-trans>',
  );
  const filled = fill(out, "page/story/title", () => "<target>Da</target>");
  const both = fill(
    filled,
    "question/who/label",
    () => "<target>Pwy?!</target>",
  );
  const plan = planTranslation(await find(), await rowsOf(both), "cy");
  expect(plan.changes).toMatchObject([
    { after: "Pwy?!", isStale: false, isChangedHere: true },
    { after: "Da", isStale: true, from: "Tell us" },
  ]);
});

/** As Okapi (in OmegaT), memoQ and Weblate write what they were given. */
const written = {
  okapi: `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<xlf:xliff xmlns:xlf="urn:oasis:names:tc:xliff:document:1.2" xmlns:okp="okapi-framework:xliff-extensions" version="1.2">
<xlf:file original="a.xlf" source-language="en" target-language="cy-GB" datatype="plaintext" okp:inputEncoding="utf-8"><xlf:body>
<xlf:group id="g"><xlf:trans-unit id="about/title" approved="yes">
<xlf:source xml:lang="en">A call. About us.</xlf:source>
<xlf:seg-source><xlf:mrk mid="0" mtype="seg">A call.</xlf:mrk> <xlf:mrk mid="1" mtype="seg">About us.</xlf:mrk></xlf:seg-source>
<xlf:target xml:lang="cy"><xlf:mrk mid="0" mtype="seg">Galwad.</xlf:mrk> <xlf:mrk mid="1" mtype="seg">Amdanom.</xlf:mrk></xlf:target>
<xlf:alt-trans><xlf:target>Ddim hwn</xlf:target></xlf:alt-trans>
</xlf:trans-unit></xlf:group></xlf:body></xlf:file></xlf:xliff>`,
  memoq: `<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a.xlf" source-language="en" target-language="cy" datatype="x-memoq"><header><skl/></header><body>
<trans-unit id="about/title" mq:status="ManuallyConfirmed" mq:segmentguid="1f"><source xml:space="preserve">A call. About us.</source><target xml:space="preserve">Galwad. Amdanom.</target><mq:comments/></trans-unit>
</body></file></xliff>`,
  "2.0": `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="cy"><file id="f"><unit id="about/title"><notes><note>Title</note></notes>
<segment state="translated"><source>A call.</source><target>Galwad.</target></segment><ignorable><source> </source></ignorable><segment><source>About us.</source><target>Amdanom.</target></segment></unit></file></xliff>`,
};

test.each(Object.entries(written))(
  "what %s writes is read, its segments as one text",
  async (_program, file) => {
    expect(await rowsOf(file)).toMatchObject([
      {
        ...{ id: "about/title", english: "A call. About us." },
        ...{ translation: "Galwad. Amdanom.", hasMarkup: false },
      },
    ]);
  },
);

const unit = (target: string, id = "about/title") =>
  `<trans-unit id="${id}"><source>T</source>${target}</trans-unit>`;
const fileOf = (units: string, of = 'target-language="cy"', before = "") =>
  `${before}<xliff version="1.2"><file ${of}><body>${units}</body></file></xliff>`;

test("a copy of the English that nobody translated is none, marks of a program are told, and so are ids that no text has", async () => {
  const { find } = await givenTranslator();
  const rows = await rowsOf(
    fileOf(
      unit('<target state="needs-translation">T</target>', "about/summary") +
        unit('<target>A <g id="1">b</g></target>') +
        unit("<target>Dim</target>", "question/gone/label"),
    ),
  );
  expect(planTranslation(await find(), rows, "cy")).toMatchObject({
    ...{ changes: [], unchanged: 1 },
    marked: [{ id: "about/title" }],
    unknown: [{ id: "question/gone/label", translation: "Dim" }],
  });
});

const lol = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`;

test.each([
  ["doctype", fileOf(unit("<target>&b;</target>"), undefined, lol)],
  ["doctype", `<!doctype x SYSTEM "file:///etc/passwd">${fileOf("")}`],
  ["unreadable", [...fileOf(unit(""))].join("\0")],
  ["unreadable", fileOf(unit("<target>&b;</target>"))],
  ["unreadable", fileOf(unit("<target>Half"))],
  ["unreadable", "<html><body>Hello</body></html>"],
  ["unreadable", fileOf("<group>".repeat(100_000))],
  ["other-language", fileOf(unit(""), 'target-language="fr"')],
  ["no-units", fileOf("")],
  ["too-many", fileOf("<unit>".repeat(20_001))],
  ["too-long", `<a>${"x".repeat(maxTranslationCharacters)}</a>`],
])(
  "what cannot be read is refused before it can grow: %s",
  async (reason, text) => {
    expect(await readTranslations(text, "cy")).toEqual({
      ...{ ok: false, fault: { reason } },
    });
  },
);
