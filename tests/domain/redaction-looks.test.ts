import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import {
  lookAgain,
  readLook,
  tellNothingToRedact,
} from "#app/domain/redaction/looks.server.ts";
import { proposeRedaction } from "#app/domain/redaction/propose.server.ts";
import { selectRedactionRows } from "#app/domain/redaction/redactions.queries.server.ts";
import { changeOwnAnswer } from "#app/domain/revisions/change-answer.server.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  findFour as find,
  first,
  givenFour,
  now,
} from "#tests/given/searches.ts";

/** Four responses: what somebody looked through, proposed or decided in each is done by the test. */
async function givenLooking() {
  const given = await givenFour();
  const { db, ids, me, colleague } = given;
  const of = (which: number) => ids[which - 1] ?? 0;
  return {
    ...given,
    of,
    look: (which: number, version = 1) =>
      tellNothingToRedact(db, {
        ...{ responseId: of(which), version, actor: me, now },
      }),
    again: (which: number) =>
      lookAgain(db, {
        ...{ responseId: of(which), version: 1, actor: colleague, now },
      }),
    propose: async (which: number, quote: string) => {
      const { id: answerId } = await db
        .selectFrom("answers")
        .select("id")
        .where("response_id", "=", of(which))
        .where("question_id", "=", first)
        .executeTakeFirstOrThrow();
      const words = { answerId, quote, reason: "name" as const };
      const by = { actor: me, now, randomBytes };
      return proposeRedaction(db, { responseId: of(which), ...words, ...by });
    },
    approve: async (which: number) => {
      const responseId = of(which);
      const rows = await selectRedactionRows(db, responseId);
      const publicIds = rows.map(({ publicId }) => publicId);
      const decision = { responseId, publicIds, move: "approve" as const };
      return decideRedactions(db, { ...decision, actor: colleague, now });
    },
    change: (which: number, typed: string) =>
      changeOwnAnswer(db, {
        ...{ responseId: of(which), questionId: first, typed, version: 1 },
        ...{ leavesOut: [], messages: wordsIn("en").questions, now },
      }),
    stages: async () => ({
      none: await find(given, "redaction:none"),
      proposed: await find(given, "redaction:proposed"),
      done: await find(given, "redaction:done"),
      nothing: await find(given, "redaction:nothing"),
    }),
  };
}

test("a search tells what nobody looked at from what waits, what is redacted and what has nothing", async () => {
  const { propose, approve, look, stages } = await givenLooking();
  expect(await stages()).toMatchObject({ none: [1, 2, 3, 4], nothing: [] });
  await propose(1, "worker");
  await propose(2, "worker");
  await approve(2);
  expect(await look(3)).toEqual({ ok: true });
  const found = { none: [4], proposed: [1], done: [2], nothing: [3] };
  expect(await stages()).toEqual(found);
  await propose(2, "named");
  expect(await stages()).toMatchObject({ proposed: [1, 2], done: [] });
});

test("that nothing is to be redacted is said of what has none, once, and undone by a proposal or a press", async () => {
  const { db, of, me, propose, look, again, stages } = await givenLooking();
  await propose(1, "worker");
  expect(await look(1)).toEqual({ ok: false, reason: "has-redactions" });
  expect(await look(2, 2)).toEqual({ ok: false, reason: "words-changed" });
  await look(2);
  await look(2);
  const told = { responseId: of(2), answersVersion: 1 };
  expect(await readLook(db, told)).toEqual({
    by: me.name,
    at: now.toISOString(),
  });
  await propose(2, "named");
  expect(await readLook(db, told)).toBeUndefined();
  await look(3);
  expect(await again(3)).toEqual({ ok: true });
  expect(await stages()).toMatchObject({ none: [3, 4], nothing: [] });
  const history = await selectHistory(db, { kind: "response", id: of(2) });
  const looks = history.filter(({ type }) =>
    type.endsWith("nothing-to-redact"),
  );
  expect(looks).toHaveLength(1);
});

test("words that their sender changed since are looked through again", async () => {
  const { look, change, stages } = await givenLooking();
  await look(3);
  expect(await change(3, "Jane Example, a named worker")).toMatchObject({
    ok: true,
  });
  expect((await stages()).nothing).toEqual([]);
  expect(await look(3)).toEqual({ ok: false, reason: "words-changed" });
  expect(await look(3, 2)).toEqual({ ok: true });
});
