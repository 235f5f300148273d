import { sql } from "kysely";
import { expect, test } from "vitest";
import { engineOf } from "#app/db/engine.server.ts";
import {
  closeToSearch,
  indexResponse,
} from "#app/domain/responses/search-index.server.ts";
import { givenResponse, someAdvice } from "#app/tasks/demo/factories.ts";
import {
  findFour,
  first,
  givenFour,
  place,
  second,
} from "#tests/given/searches.ts";

/** Behind the four: words of each kind of script, in one answer and in the other, and a phrase the other way round. */
const said: [first: string, second: string][] = [
  ["a worker named late", "a named worker"],
  ["\u{1C90}\u{1C91} caf\u00E9 \u6771\u4EAC", "nothing"],
  ["nothing", "\u{1C90}\u{1C91} cafe \u6771\u4EAC"],
];

const searches: [q: string, which: number[]][] = [
  [`${first}:worker`, [1, 2, 3, 5]],
  [`q${place + 1}:workers`, [1, 2, 3, 5]],
  [`${second}:worker`, [2, 5]],
  [`${first}:"named worker"`, [1, 3]],
  [`${second}:named-work*`, [2, 5]],
  [`${first}:"worker named"`, [5]],
  [`-${first}:worker`, [4, 6, 7]],
  [`${first}:caf\u00E9`, [6]],
  [`${second}:caf*`, [7]],
  [`${first}:\u{1C90}\u{1C91}`, [6]],
  [`${second}:\u6771*`, [7]],
  [`q${place}:late`, []],
];

test("words of one answer are found in that answer alone, and no longer than it has them", async () => {
  const given = await givenFour();
  const { db, call, ids, references } = given;
  for (const [one, other] of said) {
    const answers = { ...someAdvice, [first]: one, [second]: other };
    const sent = await givenResponse(db, { call, answers });
    await indexResponse(db, sent);
    ids.push(sent.responseId);
    references.push(sent.reference);
  }
  const find = async (q: string) => (await findFour(given, q)).sort();
  for (const [q, which] of searches)
    expect({ q, which: await find(q) }).toEqual({ q, which });
  const fifth = { responseId: ids[4] ?? 0 };
  await db
    .updateTable("answers")
    .set({ text: "nothing" })
    .where("response_id", "=", fifth.responseId)
    .where("question_id", "=", first)
    .execute();
  await indexResponse(db, fifth);
  await indexResponse(db, fifth);
  expect(await find(`${first}:worker`)).toEqual([1, 2, 3]);
  expect(await find(`${second}:worker`)).toEqual([2, 5]);
  for (const responseId of ids)
    await db.transaction().execute((trx) => closeToSearch(trx, responseId));
  expect(await find(`${first}:worker`)).toEqual([]);
  if (engineOf(db) === "postgres") return;
  // Nor is a word of theirs left in the file.
  const { rows } = await sql<{ block: Buffer }>`
    select block from answer_search_data`.execute(db);
  const left = rows.map(({ block }) => block.toString("latin1")).join("");
  expect(left).not.toMatch(/worker|name|caf/);
});
