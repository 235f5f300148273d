import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import {
  type ReaderRequest,
  selectReaderChoices,
  selectReaderPage,
} from "#app/domain/tagging/retrieval.server.ts";
import {
  readReaderFilter,
  type ReaderFilter,
} from "#app/domain/tagging/retrieval.ts";
import { redactionsOf } from "#app/domain/exports/redactions.server.ts";
import { takeOutEvidence } from "#app/domain/exports/taking-out.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import type { Tagger } from "#app/domain/tagging/tags.ts";
import { writeEvidenceFile } from "#app/screens/review/evidence-file.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { anyLead, givenColleague } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";

const now = new Date("2026-11-22T09:00:00Z");
const everything: ReaderFilter = readReaderFilter(new URLSearchParams(), {
  callSlugs: [],
  speakers: [],
  questionIds: [],
  staffIds: [],
}).filter;

async function givenTag(
  db: Db,
  actor: Tagger,
  name: string,
  parentId?: number,
) {
  const words = { name, definition: `${name}.`, parentId };
  const defined = await defineTag(db, { ...words, actor, now });
  if (!defined.ok) throw new Error(defined.reason);
  return defined.tagId;
}

type Said = { words: string; kind?: string; mayQuote?: string };

/** A family of tags, and three responses tagged with them; the first says no, the second yes, the third says nothing of it. */
async function givenEvidence() {
  const { db } = openTestDatabase();
  const actor = await givenColleague(db, { name: "Amina", role: "lead" });
  const call = await givenCall(db, { slug: "advice" });
  const other = await givenTag(db, actor, "Other");
  const parent = await givenTag(db, actor, "Support");
  const child = await givenTag(db, actor, "Money", parent);
  const tagOne = async (said: Said, tagId: number) => {
    const { responseId, reference } = await givenResponse(db, {
      call,
      answers: {
        "respondent-kind": said.kind ?? "care-experienced",
        "what-first": said.words,
        ...(said.mayQuote && { "may-quote": said.mayQuote }),
      },
    });
    const { id: answerId } = await db
      .selectFrom("answers")
      .select("id")
      .where("response_id", "=", responseId)
      .where("question_id", "=", "what-first")
      .executeTakeFirstOrThrow();
    const tag = (quote: string, as: number) =>
      tagPassage(db, {
        ...{ responseId, answerId, tagId: as, quote, memo: "" },
        ...{ actor, now, randomBytes },
      });
    await tag(said.words, other);
    await tag(said.words, tagId);
    return { responseId, reference, answerId };
  };
  const choices = () => selectReaderChoices(db, parent);
  const read = async (
    change: Partial<ReaderFilter> = {},
    more: Partial<ReaderRequest> = {},
  ) =>
    selectReaderPage(db, {
      ...{ tagId: parent, filter: { ...everything, ...change } },
      ...{ choices: await choices(), viewer: anyLead, now, ...more },
    });
  return { db, actor, parent, child, other, tagOne, read, choices };
}

test("a parent stands for its parts, each told with its own name", async () => {
  const { tagOne, parent, child, read, db, actor } = await givenEvidence();
  const first = await tagOne({ words: "Help came late." }, parent);
  await tagOne({ words: "There was no money." }, child);
  await saveResponseTags(db, {
    ...{ responseId: first.responseId, seenTagIds: [], tagIds: [child] },
    ...{ actor, now },
  });
  const page = await read();
  expect(page.items).toMatchObject([
    { kind: 0, tagName: "Money", reference: first.reference },
    {
      kind: 1,
      tagName: "Support",
      words: "Help came late.",
      taggedBy: "Amina",
    },
    { kind: 1, tagName: "Money", words: "There was no money." },
  ]);
  expect(page.counts).toEqual({ passages: 2, wholes: 1, responses: 2 });
  const own = await read({ isOwnOnly: true });
  expect(own.items.map(({ words }) => words)).toEqual(["Help came late."]);
  expect(own.counts).toEqual({ passages: 1, wholes: 0, responses: 1 });
});

test("who speaks and what may be quoted stand beside the words, and filter them", async () => {
  const { tagOne, parent, read } = await givenEvidence();
  await tagOne({ words: "Never quote me.", mayQuote: "no" }, parent);
  await tagOne({ words: "I did not say." }, parent);
  await tagOne({ words: "Quote me.", kind: "parent", mayQuote: "yes" }, parent);
  const page = await read();
  expect(page.items.map(({ consent }) => consent)).toEqual(["no", "no", "yes"]);
  expect(new Set(page.items.map(({ speaker }) => speaker)).size).toBe(2);
  const found = async (change: Partial<ReaderFilter>) => {
    const { items, counts } = await read(change);
    expect(counts.passages).toBe(items.length);
    return items.map(({ words }) => words);
  };
  expect(await found({ speaker: "parent" })).toEqual(["Quote me."]);
  expect(await found({ consent: "yes" })).toEqual(["Quote me."]);
  const no = ["Never quote me.", "I did not say."];
  expect(await found({ consent: "no" })).toEqual(no);
  expect(await found({ consent: "not-asked" })).toEqual([]);
  expect(await found({ questionId: "what-first" })).toHaveLength(3);
  expect(await found({ questionId: "anything-else" })).toEqual([]);
});

test("a withdrawn response is in no list and in no count", async () => {
  const { db, tagOne, parent, read } = await givenEvidence();
  await tagOne({ words: "Stays." }, parent);
  const { responseId } = await tagOne({ words: "Goes." }, parent);
  await db
    .updateTable("responses")
    .set({ state: "withdrawn", awaits_triage: 0 })
    .where("id", "=", responseId)
    .execute();
  const page = await read();
  expect(page.items.map(({ words }) => words)).toEqual(["Stays."]);
  expect(page.counts).toEqual({ passages: 1, wholes: 0, responses: 1 });
});

test("pages go on by a place, forwards and back, and lose nothing to what is added meanwhile", async () => {
  const { tagOne, parent, read } = await givenEvidence();
  for (const words of ["One.", "Two.", "Three.", "Four.", "Five."])
    await tagOne({ words }, parent);
  const said = (page: Awaited<ReturnType<typeof read>>) =>
    page.items.map(({ words }) => words);
  const first = await read({}, { limit: 2 });
  const second = await read({ after: first.items[1] }, { limit: 2 });
  expect([said(first), said(second)]).toEqual([
    ["One.", "Two."],
    ["Three.", "Four."],
  ]);
  expect([first.skipped, second.skipped]).toEqual([0, 2]);
  const back = await read({ before: second.items[0] }, { limit: 2 });
  expect(said(back)).toEqual(["One.", "Two."]);
  await tagOne({ words: "Six." }, parent);
  const last = await read({ after: second.items[1] }, { limit: 2 });
  expect(said(last)).toEqual(["Five.", "Six."]);
});

test("words are found in passages and memos, in any case, and signs of a pattern mean themselves", async () => {
  const { tagOne, parent, read } = await givenEvidence();
  await tagOne({ words: "Ärger with 100% of it" }, parent);
  await tagOne({ words: "Nothing like it" }, parent);
  const found = async (words: string) =>
    (await read({ words })).items.map((item) => item.words);
  expect(await found("ärger")).toEqual(["Ärger with 100% of it"]);
  expect(await found("IT with")).toEqual(["Ärger with 100% of it"]);
  expect(await found("100%")).toEqual(["Ärger with 100% of it"]);
  expect(await found("1_0%")).toEqual([]);
});

test("a file leaves out what may not be quoted, tells how much, holds no formula, and is written down", async () => {
  const { db, actor, tagOne, parent, choices } = await givenEvidence();
  await tagOne({ words: "=1+1 is a start", mayQuote: "yes" }, parent);
  await tagOne({ words: "Keep this to yourselves.", mayQuote: "no" }, parent);
  const taken = await takeOutEvidence(db, {
    ...{ tagId: parent, filter: everything, choices: await choices() },
    ...{ viewer: actor, now, reason: "report" as const },
    ...{ redactionsOf, markOf: (reason: string) => `[${reason}]` },
  });
  let text = "";
  for await (const piece of writeEvidenceFile(taken)) text += piece;
  const lines = text.split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFF"Reference",/);
  expect(lines[1]).toContain(`"'=1+1 is a start"`);
  expect(lines[2]).toContain("1 passage or response");
  expect(text).not.toContain("yourselves");
  const events = await selectHistory(db, { kind: "tag", id: parent });
  expect(events.at(-1)).toMatchObject({
    type: "tag.passages-taken-out",
    details: { reason: "report", leftOut: 1, passages: 1, wholes: 0 },
  });
});
