import { expect, test } from "vitest";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { holdBack } from "#app/domain/responses/held-back.server.ts";
import {
  foldWords,
  keyOfWords,
  type SaidWords,
} from "#app/domain/responses/same-words.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { findNeighbours } from "#app/domain/triage/list-walk.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { countSameWords } from "#app/domain/triage/same-words.server.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { preview } from "#tests/given/bulk.ts";
import { givenWords } from "#tests/given/same-words.ts";
import { now } from "#tests/given/searches.ts";

test("words are held against each other without case, spaces and punctuation", () => {
  expect(foldWords("  Don’t  MOVE us, again! ")).toBe("dont move us again");
  expect(foldWords("Straße — ＡＢ")).toBe("strasse ab");
  expect(foldWords("...")).toBe("");
  expect(foldWords("👍")).not.toBe(foldWords("👎"));
});

const said = (text: string, more: Partial<SaidWords> = {}): SaidWords => ({
  callId: 1,
  answers: [
    { questionId: "what", question: undefined, value: text, text },
    ...(more.answers ?? []),
  ],
  fileHashes: more.fileHashes ?? [],
});

test("stock phrases say nothing, whichever they are; an answer does, and so does a file", () => {
  const key = (text: string, more?: Partial<SaidWords>) =>
    keyOfWords(said(text, more));
  expect(key("N/A").saysNothing).toBe(true);
  expect(key("No comment.")).toEqual(key(" nothing"));
  for (const text of ["Did not answer", "-", "see above", "Dim i’w ychwanegu"])
    expect({ text, key: key(text) }).toEqual({ text, key: key("nothing") });
  for (const text of ["No", "Don't know", "Nothing works", "N/A for us"])
    expect({ text, ...key(text) }).toMatchObject({ text, saysNothing: false });
  const withFile = key("n/a", { fileHashes: ["aa"] });
  expect(withFile.saysNothing).toBe(false);
  expect(withFile.wordsKey).not.toBe(key("n/a").wordsKey);
  expect(withFile).not.toEqual(key("n/a", { fileHashes: ["bb"] }));
  expect(keyOfWords({ callId: 1, answers: [], fileHashes: [] }).wordsKey).toBe(
    null,
  );
});

test("one line stands for all that say the same, the first of them, and others for themselves", async () => {
  const { say, lines, call, db } = await givenWords();
  await say(["Stop moving us"]);
  await say(["stop moving  us!"]);
  await say(["Stop moving us", "And listen"]);
  await say(["Nothing"]);
  await say(["STOP MOVING US."]);
  await say(["n/a", "no comment"]);
  await say(["Stop moving us"], { call: await givenCall(db) });
  expect(await lines()).toEqual([
    [1, 2],
    [3, 0],
    [4, 1],
    [7, 0],
  ]);
  expect(await lines({ callSlug: call.slug, sort: "newest" })).toEqual([
    [4, 1],
    [3, 0],
    [1, 2],
  ]);
  const apart = await lines({ areSameApart: true });
  expect(apart.map(([which]) => which)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("the earliest received stands for all, whenever it was put in, and no line moves for one that comes later", async () => {
  const { say, lines } = await givenWords();
  await say(["Alike"]);
  await say(["Another"]);
  await say(["Alike"], { receivedAt: new Date(Date.UTC(2020, 1, 1)) });
  const before = [
    [3, 1],
    [2, 0],
  ];
  expect(await lines()).toEqual(before);
  expect(await lines({ sort: "newest" })).toEqual(before.toReversed());
  await say(["Alike"]);
  await say(["A third"]);
  expect(await lines()).toEqual([
    [3, 2],
    [2, 0],
    [5, 0],
  ]);
});

test("they are found by any of them, and what says nothing by that", async () => {
  const { say, lines, references } = await givenWords();
  await say(["Another thing"]);
  await say(["Nothing to add"]);
  await say(["another  THING"]);
  await say(["none"]);
  const found = async (q: string) =>
    (await lines({ q, state: "all" })).map(([which]) => which);
  expect(await found(`same-as:${references[2]}`)).toEqual([1, 3]);
  expect(await found(`same-as:${references[1]?.toLowerCase()}`)).toEqual([
    2, 4,
  ]);
  expect(await found("has:stock")).toEqual([2, 4]);
  expect(await found("-has:stock")).toEqual([1, 3]);
});

test("the next that waits stands for the others once the first is decided, and a walk goes by lines", async () => {
  const { db, lead, say, lines } = await givenWords();
  const sent = await say(["All alike"]);
  await say(["All alike"]);
  await say(["Not alike"]);
  const at = await findVisibleResponse(db, { ...sent, viewer: lead, now });
  if (!at) throw new Error("It is there");
  const walk = { filter: wholeQueue, at, viewer: lead, now };
  const { next } = await findNeighbours(db, walk);
  expect(await lines()).toEqual([
    [1, 1],
    [3, 0],
  ]);
  expect(next).not.toBe(undefined);
  const decided = await decideTriage(db, {
    ...{ responseId: at.responseId, rowVersion: at.rowVersion, note: "" },
    ...{ state: "triaged", assigneeId: null, actor: lead, now },
  });
  expect(decided.ok).toBe(true);
  expect(await lines()).toEqual([
    [2, 0],
    [3, 0],
  ]);
  expect(await countSameWords(db, { response: at, viewer: lead })).toBe(1);
});

test("nobody is told by a number of what is frozen, held back or taken back", async () => {
  const given = await givenWords();
  const { db, lead, say, lines, references } = given;
  const frozen = await say(["Alike"]);
  const held = await say(["Alike"]);
  const withdrawn = await say(["Alike"]);
  const shown = await say(["Alike"]);
  await say(["Alike"]);
  await db
    .updateTable("responses")
    .set({ safeguarding_flag: 1 })
    .where("id", "=", frozen.responseId)
    .execute();
  await db
    .transaction()
    .execute((trx) =>
      holdBack(trx, { ...held, reasons: ["filled-trap"], now }),
    );
  await indexResponse(db, held);
  await withdrawOwnResponse(db, { ...withdrawn, now });
  expect(await lines()).toEqual([[4, 1]]);
  const found = async (of: number) =>
    (await lines({ q: `same-as:${references[of - 1]}`, state: "all" })).map(
      ([which]) => which,
    );
  expect(await found(4)).toEqual([4, 5]);
  expect(await found(1)).toEqual([]);
  expect(await found(2)).toEqual([]);
  expect(await found(3)).toEqual([]);
  const keys = await db
    .selectFrom("responses")
    .select("words_key")
    .where("id", "in", [held.responseId, withdrawn.responseId])
    .execute();
  expect(keys).toEqual([{ words_key: null }, { words_key: null }]);
  const response = await findVisibleResponse(db, {
    ...{ ...shown, viewer: lead, now },
  });
  expect(
    response && (await countSameWords(db, { response, viewer: lead })),
  ).toBe(1);
});

test("what is done to the whole list is done to each, not to each line", async () => {
  const given = await givenWords();
  await given.say(["Alike"]);
  await given.say(["Alike"]);
  await given.say(["Another"]);
  const made = await preview(
    given,
    { kind: "decide", state: "triaged" },
    {
      q: `same-as:${given.references[0]} state:to-do`,
    },
  );
  if (!made.ok) throw new Error(made.reason);
  const items = await given.db
    .selectFrom("bulk_items")
    .select("response_id")
    .execute();
  expect(items).toHaveLength(2);
});
