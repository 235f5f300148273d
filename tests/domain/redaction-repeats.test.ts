import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { proposeSuggestions } from "#app/domain/redaction/propose.server.ts";
import { nothingWithheld } from "#app/domain/responses/withheld-words.server.ts";
import { readToRedact } from "#app/domain/redaction/reading.server.ts";
import { repeatsIn } from "#app/domain/redaction/repeats.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import { now } from "#tests/given/coded.ts";
import { givenRedacting } from "#tests/given/redacting.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

const name = "name" as const;

test("words that are marked are suggested wherever they stand again, whole and whatever their case", () => {
  const text = "😀 Tal told TAL. Talbot and Ætal did not, tal!";
  const found = repeatsIn(text, [{ quote: "Tal", reason: name }]);
  expect(found).toEqual([
    { startOffset: 2, endOffset: 5, reason: name, quote: "Tal" },
    { startOffset: 11, endOffset: 14, reason: name, quote: "TAL" },
    { startOffset: 41, endOffset: 44, reason: name, quote: "tal" },
  ]);
  expect(repeatsIn(text, [{ quote: "id", reason: name }])).toEqual([]);
});

test("a name that was marked once is suggested in the rest of the response, and is proposed by a tick", async () => {
  const { db, propose, rows, place, amina: actor } = await givenRedacting();
  const suggested = async () => {
    const seen = { responseId: place.responseId, viewer: actor, now };
    const response = await readVisibleResponse(db, seen);
    const { answers } = await readToRedact(db, response, nothingWithheld);
    return answers.flatMap(({ suggestions }) => suggestions);
  };
  const places = async () =>
    (await suggested()).map(({ startOffset }) => startOffset);
  expect(await places()).not.toContain(58);
  await propose("Nia Rees", { startOffset: 7, endOffset: 15 });
  expect(await places()).toContain(58);
  const ticked = { startOffset: 58, endOffset: 66, reason: name };
  const { answerId } = place;
  const proposal = { ...place, actor, now, randomBytes };
  const outcome = await proposeSuggestions(db, {
    ...proposal,
    suggestions: [{ answerId, ...ticked }],
  });
  expect(outcome).toEqual({ ok: true, added: 1 });
  expect(await rows()).toMatchObject([{ startOffset: 7 }, { startOffset: 58 }]);
  expect(await places()).not.toContain(58);
});

test("looking for marked words grows in a line with the text", async () => {
  const marked = Array.from({ length: 60 }, (_, n) => ({
    ...{ quote: `aaa${n}`, reason: name },
  }));
  const growth = await measureGrowth(
    (size) => repeatsIn("aaa".repeat(size / 3), marked),
    25_000,
  );
  expect(isLinearGrowth(growth)).toBe(true);
});
