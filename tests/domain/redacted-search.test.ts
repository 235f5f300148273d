import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import { proposeRedaction } from "#app/domain/redaction/propose.server.ts";
import { selectRedactionRows } from "#app/domain/redaction/redactions.queries.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { givenResponse, someAdvice } from "#app/tasks/demo/factories.ts";
import {
  findFour,
  first,
  givenFour,
  now,
  second,
} from "#tests/given/searches.ts";

const jane = "Jane was kind. An example of help. Then came Jane Example";

/** Two that say the same, behind four others; in the answer to come, the name stands where it is not redacted. */
async function givenTwoLetters() {
  const given = await givenFour();
  const { db, call, ids, references, me, colleague } = given;
  const answers = { ...someAdvice, [first]: jane, [second]: "Nothing" };
  for (let letter = 0; letter < 2; letter += 1) {
    const sent = await givenResponse(db, { call, answers });
    ids.push(sent.responseId);
    references.push(sent.reference);
    await indexResponse(db, sent);
  }
  const responseId = ids[4] ?? 0;
  const { id: answerId } = await db
    .selectFrom("answers")
    .select("id")
    .where("response_id", "=", responseId)
    .where("question_id", "=", first)
    .executeTakeFirstOrThrow();
  const propose = () =>
    proposeRedaction(db, {
      ...{ responseId, answerId, quote: "Jane Example", reason: "name" },
      ...{ actor: me, now, randomBytes },
    });
  const decide = async (move: "approve" | "refuse") => {
    const rows = await selectRedactionRows(db, responseId);
    const publicIds = rows.map(({ publicId }) => publicId);
    const decision = { responseId, publicIds, move, actor: colleague, now };
    expect(await decideRedactions(db, decision)).toMatchObject({ ok: true });
  };
  return {
    ...{ propose, decide },
    find: async (q: string) => (await findFour(given, q)).sort(),
    index: () => indexResponse(db, { responseId }),
    keys: async () => {
      const rows = await db
        .selectFrom("responses")
        .select("words_key")
        .where("id", "in", ids.slice(4))
        .orderBy("id")
        .execute();
      return rows.map(({ words_key: key }) => key);
    },
    waiting: async () => {
      const rows = await db
        .selectFrom("jobs")
        .select("payload")
        .where("kind", "=", "response.index")
        .where("payload", "=", JSON.stringify({ responseId }))
        .execute();
      return rows.length;
    },
  };
}

test("nobody finds a response by words that are redacted, from the moment that they are", async () => {
  const { propose, decide, find, index, keys, waiting } =
    await givenTwoLetters();
  await propose();
  const phrase = `${first}:"jane example"`;
  expect(await find(phrase)).toEqual([5, 6]);
  const before = await waiting();
  await decide("approve");
  expect(await find('"jane example"')).toEqual([6]);
  expect(await waiting()).toBe(before + 1);
  expect(await keys()).toEqual([null, expect.any(String)]);
  await index();
  expect(await find('"jane example"')).toEqual([6]);
  expect(await find(phrase)).toEqual([6]);
  expect(await find(`${first}:jane ${first}:example`)).toEqual([5, 6]);
  expect(await find(`${first}:"example of help"`)).toEqual([5, 6]);
  const [one, other] = await keys();
  expect(one).toEqual(expect.any(String));
  expect(one).not.toBe(other);
});

test("what a colleague refuses after all is found again", async () => {
  const { propose, decide, find, index, waiting } = await givenTwoLetters();
  await propose();
  await decide("approve");
  await index();
  const before = await waiting();
  await decide("refuse");
  expect(await waiting()).toBe(before + 1);
  await index();
  expect(await find(`${first}:"jane example"`)).toEqual([5, 6]);
});
