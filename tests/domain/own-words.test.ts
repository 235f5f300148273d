import { expect, test } from "vitest";
import { replaceSearchText, responseMatches } from "#app/db/search.server.ts";
import { allOf } from "#app/db/word-trees.ts";
import type { Db } from "#app/db/schema.ts";
import { splitAnswers } from "#app/db/search-answers.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { addNote } from "#app/domain/triage/notes.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import {
  givenCall,
  givenResponse,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";

async function find(db: Db, ...terms: string[]): Promise<number[]> {
  const words = allOf(terms);
  if (!words) return [];
  const rows = await db
    .selectFrom("responses")
    .select("id")
    .where(responseMatches(db, words))
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Each with its own answers, the earlier of which is somebody else's. */
async function givenAnswers(...all: Record<string, string>[]) {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: callForAdvice });
  const ids: number[] = [];
  for (const answers of all) {
    const { responseId } = await givenResponse(db, {
      call,
      answers: { ...someAdvice, ...answers },
    });
    await indexResponse(db, { responseId });
    ids.push(responseId);
  }
  return { db, ids };
}

const longTexts = callForAdvice.pages
  .flatMap(({ questions }) => questions)
  .filter(({ type }) => type === "long-text")
  .map(({ id }) => id);
const [first = "", second = ""] = longTexts;

test("words of the form's choices are not found, the same words of a person's are (B4)", async () => {
  const { db, ids } = await givenAnswers(
    { "respondent-kind": "foster-carer", [first]: "Nothing of the kind." },
    { "respondent-kind": "parent", [first]: "An adoptive parent told me." },
  );
  expect(await find(db, "adoptive")).toEqual([ids[1]]);
});

test("no phrase goes on from one answer into the next (B4)", async () => {
  const { db, ids } = await givenAnswers(
    { [first]: "we never had a named", [second]: "worker came and went" },
    { [first]: "a named worker", [second]: "came" },
  );
  expect(await find(db, "named worker")).toEqual([ids[1]]);
  expect(await find(db, "named", "worker")).toEqual(ids);
});

test("parts of a hyphenated word stay together (B5)", async () => {
  const { db, ids } = await givenAnswers(
    { [first]: "harm nobody but himself; self respect" },
    { [first]: "about self-harm" },
  );
  expect(await find(db, "self-harm")).toEqual([ids[1]]);
});

test("letters are found as they are typed, whichever way they were printed (B13, B19)", async () => {
  const { db, ids } = await givenAnswers(
    { [first]: "Somebody else of another street" },
    {
      [first]:
        "S\u00F8ren of the Wei\u00DFstra\u00DFe, in kin\u00ADship and fos\u00AD\nter care, \uFB01rst, \uFF23\uFF21\uFF32\uFF25",
    },
  );
  for (const typed of [
    "Soren",
    "S\u00F8ren",
    "weissstrasse",
    "Wei\u00DFstra\u00DFe",
    "kinship",
    "foster care",
    "first",
    "\uFB01rst",
    "care",
  ])
    expect({ typed, found: await find(db, typed) }).toEqual({
      typed,
      found: [ids[1]],
    });
});

test("a word that is only begun finds those that begin so", async () => {
  const { db, ids } = await givenAnswers(
    { [first]: "A prior arrangement" },
    { [first]: "Set priorities" },
    { [first]: "One priority, named workers" },
  );
  expect(await find(db, "priorit*")).toEqual(ids.slice(1));
  expect(await find(db, "named work*")).toEqual([ids[2]]);
});

test("what the team noted is found, beside what was written, at once", async () => {
  const { db, ids } = await givenAnswers(
    { [first]: "The lighthouse again" },
    { [first]: "The harbour" },
  );
  const actor = await givenColleague(db);
  const [, second = 0] = ids;
  await addNote(db, {
    responseId: second,
    body: "Ask at the lighthouse",
    actor,
    now: new Date(0),
  });
  expect(await find(db, "lighthouse")).toEqual(ids);
  expect(await find(db, "lighthouse", "harbour")).toEqual([second]);
  await indexResponse(db, { responseId: second });
  expect(await find(db, "lighthouse", "harbour")).toEqual([second]);
});

test("signs of the index that somebody types are read as nothing", async () => {
  const { db, ids } = await givenAnswers(
    { [first]: "one" },
    { [first]: "two \uF8FFx three" },
  );
  expect(await find(db, `\uF8FF${first}`)).toEqual([]);
  expect(await find(db, "two x three")).toEqual([ids[1]]);
  expect(splitAnswers("old text \uF8FFa\uF8FEb c")).toEqual([
    { questionId: "", text: "old text " },
    { questionId: "a-b", text: "c" },
  ]);
});

test("what was indexed before stays findable until its turn has come", async () => {
  const { db, ids } = await givenAnswers(
    { [first]: "one" },
    { [first]: "two" },
  );
  const [, second = 0] = ids;
  await db.transaction().execute((trx) =>
    replaceSearchText(trx, second, {
      answers: "an older index",
      attachments: "",
    }),
  );
  expect(await find(db, "older index")).toEqual([second]);
});
