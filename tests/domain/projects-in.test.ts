import { expect, test } from "vitest";
import { removePassage } from "#app/domain/tagging/passage-removal.server.ts";
import { givenCoding, now } from "#tests/given/coded.ts";
import {
  codeOf,
  givenKept,
  givenProjectParts,
  guid,
  land,
  linesOf,
  qdeOf,
  stretch,
  takeBack,
  usersOf,
  zipOf,
} from "#tests/given/projects.ts";

const words =
  "\u{1F3E0} We were moved. Then we were moved again,\nand nobody said why.";

/** What left of a response, coded by somebody else in another program. */
async function givenCodedElsewhere() {
  const coding = await givenCoding();
  const { db, lead } = coding;
  const known = await coding.tag("Moves");
  const first = await coding.answer("We were moved again,");
  const place = await coding.answer(words);
  await coding.code(place, known, "nobody said why");
  const { parts } = await givenProjectParts(db, lead);
  const text = (reference: string) =>
    [...parts].find(([name, content]) => {
      const qde = String(parts.get("project.qde"));
      const at = qde.indexOf(`name="${reference}" plainTextPath`);
      const path = qde.slice(at).match(/internal:\/\/([^"]+)/)?.[1];
      return name === `sources/${path}` && content;
    })?.[1] ?? Buffer.alloc(0);
  const spanOf = (reference: string, quote: string) => {
    const all = String(text(reference));
    const at = [...all.slice(0, all.indexOf(quote))].length;
    return [at, at + [...quote].length] as const;
  };
  return { ...coding, parts, place, first, text, spanOf };
}

test("what Heard gave out and nobody coded further is there already, every bit of it", async () => {
  const { db, lead, parts, tagged } = await givenCodedElsewhere();
  const before = await tagged();
  const id = await givenKept(db, lead, await zipOf(parts));
  const { counts } = await linesOf(db, lead, id);
  expect(counts).toEqual([{ standing: "present", reason: null, count: 1 }]);
  const landed = await land(db, lead, id);
  expect(landed?.outcome).toEqual({ done: 0, left: 0, tags: 0 });
  expect(await tagged()).toEqual(before);
});

test("coding comes back to its place behind an emoji, under known tags and new ones, with its coder, and is taken back as a whole", async () => {
  const given = await givenCodedElsewhere();
  const { db, lead, place, text, spanOf, tagged, code } = given;
  const { reference } = place;
  const before = await tagged();
  const source = (within: string) =>
    `<TextSource guid="${guid(6)}" name="${reference}" plainTextPath="internal://a.txt">${within}</TextSource>`;
  const qde = qdeOf(
    `${usersOf("Ann Coder")}<CodeBook><Codes>${codeOf(1, "MOVES", codeOf(2, "Not told"))}</Codes></CodeBook><Sources>${source(
      stretch(...spanOf(reference, "we were moved again,"), 1) +
        stretch(...spanOf(reference, "nobody said why"), 1) +
        stretch(...spanOf(reference, "nobody said why"), 2) +
        stretch(0, 3, 2) +
        stretch(5_000, 5_001, 2) +
        stretch(...spanOf(reference, "We were"), 5) +
        `<Coding guid="${guid(8)}"><CodeRef targetGUID="${guid(2)}"/></Coding>`,
    )}<TextSource guid="${guid(5)}" name="Interview 1"><PlainTextContent>Hello</PlainTextContent>${stretch(0, 5, 1)}</TextSource></Sources>`,
  );
  const bytes = await zipOf([
    ["project.qde", qde],
    ["Sources/a.txt", text(reference)],
  ]);
  const id = await givenKept(db, lead, bytes);
  const { counts, unplaced } = await linesOf(db, lead, id);
  const asText = counts.map((one) => Object.values(one).join(" ")).sort();
  expect(asText).toEqual([
    "new  3",
    "present  1",
    "unplaced code-unknown 1",
    "unplaced outside-answers 1",
    "unplaced past-end 1",
    "unplaced source-unknown 1",
  ]);
  expect(unplaced.map((line) => line.words).filter(Boolean)).toHaveLength(1);

  const landed = await land(db, lead, id);
  expect(landed).toMatchObject({
    state: "landed",
    outcome: { done: 3, left: 0, tags: 1 },
  });
  const after = await tagged();
  const quotes = after.passages.map(({ name, quote, tagged_by: by }) => [
    name,
    quote,
    by === lead.staffId,
  ]);
  expect(quotes.sort()).toEqual([
    ["Moves", "nobody said why", false],
    ["Moves", "we were moved again,", true],
    ["Not told", "nobody said why", true],
  ]);
  expect(after.wholes).toContainEqual({
    response_id: place.responseId,
    name: "Not told",
  });
  const events = await db
    .selectFrom("events")
    .select("details")
    .where("type", "=", "passage.tagged")
    .orderBy("id", "desc")
    .execute();
  expect(events[0]?.details).toContain(`"projectFileId":${id}`);
  expect(events[0]?.details).not.toContain("nobody");

  const back = await takeBack(db, lead, id);
  expect(back).toMatchObject({
    state: "undone",
    outcome: { done: 3, left: 0 },
  });
  expect(await tagged()).toEqual(before);
  expect(code).toBeDefined();
});

test("where an answer says something else now, its words are looked for; what stands twice, redacted, frozen or withdrawn gets no passage", async () => {
  const given = await givenCodedElsewhere();
  const { db, lead, place, first } = given;
  const frozen = await given.answer("Frozen words.");
  const gone = await given.answer("Gone words.");
  const set = (id: number, to: object) =>
    db.updateTable("responses").set(to).where("id", "=", id).execute();
  await set(frozen.responseId, { safeguarding_flag: 1 });
  await set(gone.responseId, { state: "withdrawn", awaits_triage: 0 });
  const source = (reference: string, text: string, within: string) =>
    `<TextSource guid="${guid(6)}" name="${reference}.txt"><PlainTextContent>${text}</PlainTextContent>${within}</TextSource>`;
  const edited = "Q\nIt was so: and nobody said why. moved [redacted: name]\n";
  const qde = qdeOf(
    `<CodeBook><Codes>${codeOf(1, "Moves")}${codeOf(2, "moves ")}</Codes></CodeBook><Sources>${[
      source(
        place.reference,
        edited,
        stretch(13, 32, 1) +
          stretch(34, 39, 1) +
          stretch(40, 56, 1) +
          stretch(5, 9, 1),
      ),
      source(first.reference, "Q\nWe were moved again,\n\n", stretch(2, 9, 2)),
      source(frozen.reference, "Q\nFrozen words.\n\n", stretch(2, 8, 1)),
      source(gone.reference, "Q\nGone words.\n\n", stretch(2, 6, 1)),
    ].join("")}</Sources>`,
  );
  const id = await givenKept(db, lead, await zipOf([["project.qde", qde]]));
  const { counts } = await linesOf(db, lead, id);
  expect(counts.map((one) => Object.values(one).join(" ")).sort()).toEqual([
    "new  2",
    "unplaced frozen 1",
    "unplaced redacted 1",
    "unplaced withdrawn 1",
    "unplaced words-not-found 1",
    "unplaced words-twice 1",
  ]);
});

test("a passage that somebody took off since stays off, and is told as left", async () => {
  const { db, lead, place, text, spanOf } = await givenCodedElsewhere();
  const { reference, responseId } = place;
  const qde = qdeOf(
    `<CodeBook><Codes>${codeOf(1, "Fresh")}</Codes></CodeBook><Sources><TextSource guid="${guid(6)}" name="x"/><TextSource guid="${guid(6)}" name="${reference}" plainTextPath="internal://a.txt">${stretch(...spanOf(reference, "We were moved"), 1)}</TextSource></Sources>`,
  );
  const parts = [
    ["project.qde", qde],
    ["sources/a.txt", text(reference)],
  ] as const;
  const id = await givenKept(db, lead, await zipOf(parts));
  await land(db, lead, id);
  const { passage } = await db
    .selectFrom("project_passages")
    .select("passage")
    .where("passage", "is not", null)
    .executeTakeFirstOrThrow();
  const publicId = passage ?? "";
  await removePassage(db, { responseId, publicId, actor: lead, now });
  const back = await takeBack(db, lead, id);
  expect(back?.outcome).toMatchObject({ done: 0, left: 1 });
});
