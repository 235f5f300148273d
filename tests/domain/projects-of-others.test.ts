import { expect, test } from "vitest";
import { joinLineEnds } from "#app/domain/tagging/project/line-ends.ts";
import { findProject } from "#app/domain/tagging/project/project-files.server.ts";
import {
  describeProjectOutcome,
  describeProjectPlan,
} from "#app/screens/review/projects.ts";
import { givenCoding } from "#tests/given/coded.ts";
import {
  givenKept,
  givenProjectParts,
  guid,
  land,
  linesOf,
  zipOf,
} from "#tests/given/projects.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

/** It stands twice in the response: only its place tells which is meant. */
const words = "\u{1F3E0} But nobody said.\nWe asked,\nand nobody said.";

/** Our project's text of one response, with where a quote last begins. */
async function givenText() {
  const coding = await givenCoding();
  await coding.answer("Another response.");
  const place = await coding.answer(words);
  const { parts } = await givenProjectParts(coding.db, coding.lead);
  const [, content] = [...parts].find(
    ([name, text]) =>
      name.endsWith(".txt") && String(text).includes("We asked"),
  ) ?? ["", ""];
  return { ...coding, place, text: String(content) };
}

const codePoints = (text: string) => [...text].length;

/** As NVivo for Windows 12.6 and MAXQDA 2020 were seen to write one: codes in codes, a user nobody lists, guids in capitals, the path of a rich text too. */
const projectOf = (origin: string, reference: string, within: string) =>
  `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns:xsd="http://www.w3.org/2001/XMLSchema" name="Untitled" origin="${origin}" creatingUserGUID="F93AD076-5CA1-4F46-ABF4-B4B67130A6E2" creationDateTime="2026-02-21T15:09:07Z" basePath="" xmlns="urn:QDA-XML:project:1.0">
  <Users><User guid="${guid(7).toUpperCase()}" name="Coder" /></Users>
  <CodeBook><Codes><Code guid="${guid(1)}" name="Silence" isCodable="true"><Code guid="${guid(2)}" name="Not told" isCodable="true" /></Code></Codes></CodeBook>
  <Sources>
    <TextSource guid="${guid(6).toUpperCase()}" name="${reference}" richTextPath="internal://${guid(6)}.docx" plainTextPath="internal://${guid(6)}.txt" creationDateTime="2026-06-11T16:24:07Z">
      ${within}
      <VariableValue><VariableRef targetGUID="${guid(5)}" /><TextValue>3</TextValue></VariableValue>
    </TextSource>
  </Sources>
  <Cases><Case guid="${guid(4)}" name="P1" /></Cases>
</Project>`;

const selection = (start: number, end: number, memo: string) =>
  `<PlainTextSelection guid="${guid(9)}" name="${start},${end}" startPosition="${start}" endPosition="${end}">${memo}<Coding guid="${guid(8)}" creatingUser="${guid(7).toUpperCase()}"><CodeRef targetGUID="${guid(2)}" /></Coding></PlainTextSelection>`;

test.each([
  ["NVivo for Windows 12.6", "\r\n", true],
  ["MAXQDA 2020 (Release 20.4.2)", "\r\n", true],
  ["ATLAS.ti Win 23.4.0", "\r\n", false],
  ["NVivo 12 For Mac", "\n", false],
  ["A program of long ago", "\r", false],
])(
  "what was coded in %s stands where it was coded, whatever a line ends with",
  async (origin, lineEnd, countsTwo) => {
    const { db, lead, place, text, tagged } = await givenText();
    const came = text.replaceAll("\n", lineEnd);
    const counted = countsTwo ? came : text;
    const quote = "nobody said.";
    const start = codePoints(counted.slice(0, counted.lastIndexOf(quote)));
    const memo = "<Description>Said at the second visit</Description>";
    const end = start + codePoints(quote);
    const qde = projectOf(
      ...([origin, place.reference, selection(start, end, memo)] as const),
    );
    const bytes = await zipOf([
      ["project.qde", `\uFEFF${qde}`],
      [`Sources/${guid(6).toUpperCase()}.txt`, `\uFEFF${came}`],
    ]);
    const id = await givenKept(db, lead, bytes);
    const { counts } = await linesOf(db, lead, id);
    expect(counts).toEqual([{ standing: "new", reason: null, count: 1 }]);
    await land(db, lead, id);
    expect((await tagged()).passages).toMatchObject([
      { name: "Not told", quote },
    ]);
    const { start_offset: at, memo: kept } = await db
      .selectFrom("passages")
      .select(["start_offset", "memo"])
      .executeTakeFirstOrThrow();
    expect(at).toBe(codePoints(words.slice(0, words.lastIndexOf(quote))));
    expect(kept).toContain("Said at the second visit");
  },
);

test("memos and annotations without a code are counted and told, before and after it came in", async () => {
  const { db, lead, place, text } = await givenText();
  const uncoded = (n: number) =>
    `<PlainTextSelection guid="${guid(20 + n)}" startPosition="0" endPosition="${n}"><Description>Ask again</Description></PlainTextSelection>`;
  const memo = `<NoteRef targetGUID="${guid(5)}" />`;
  const within = `<Description> </Description>${memo}${uncoded(1)}${selection(2, 5, memo)}${uncoded(2)}`;
  const id = await givenKept(
    ...([db, lead] as const),
    await zipOf([
      ["project.qde", projectOf("MAXQDA 2022", place.reference, within)],
      [`Sources/${guid(6).toUpperCase()}.txt`, text],
    ]),
  );
  const { counts } = await linesOf(db, lead, id);
  const checked = await findProject(db, id);
  if (!checked) throw new Error("No project");
  const told = [
    "2 annotations and memos on words without a code are passed over",
    "1 memo on a whole text is passed over",
  ];
  expect(describeProjectPlan({ ...checked, counts }).slice(-2)).toEqual(told);
  await land(db, lead, id);
  const landed = await findProject(db, id);
  expect(landed && describeProjectOutcome(landed).slice(-2)).toEqual(
    told.map((line) => `${line}.`),
  );
});

test("a place before, within and behind a line end of two letters is found again, in a line of the text", async () => {
  const { text, placeOf } = joinLineEnds("a\r\n\u{1F3E0}\r\rb\r\n", true);
  expect(text).toBe("a\n\u{1F3E0}\n\nb\n");
  expect([0, 1, 2, 3, 4, 6, 9].map(placeOf)).toEqual([0, 1, 1, 2, 3, 5, 7]);
  const growth = await measureGrowth((size) => {
    const joined = joinLineEnds("\r\n".repeat(size), true);
    for (let place = 0; place < size; place += 1) joined.placeOf(place);
  }, 10_000);
  expect(isLinearGrowth(growth)).toBe(true);
});
