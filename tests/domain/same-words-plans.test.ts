import { expect, inject, test } from "vitest";
import { selectCrowds } from "#app/domain/responses/crowds.server.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";
import { givenWords } from "#tests/given/same-words.ts";
import { now } from "#tests/given/searches.ts";

test.skipIf(inject("postgres"))(
  "a line is asked of the index whether another stands before it, and a search of words that are the same is led by theirs",
  async () => {
    const { db, lead, references, say } = await givenWords();
    await say(["Alike"]);
    const plansOf = (change: object) =>
      readQueryPlans(db, (watched) =>
        selectQueuePage(watched, {
          ...{ filter: { ...wholeQueue, ...change }, viewer: lead, now },
        }),
      );
    const ofWords = (plans: string[], name: RegExp) =>
      plans.filter((plan) => name.test(plan));
    const asked =
      /SEARCH earlier USING COVERING INDEX responses_by_words \(words_key=\? AND awaits_triage=\? AND received_at<\?\)/;
    const listed = await plansOf({});
    expect(ofWords(listed, asked)).toHaveLength(1);
    const counted =
      /SEARCH responses USING COVERING INDEX responses_by_words \(words_key=\? AND awaits_triage=\?\)/;
    expect(ofWords(listed, counted)).toHaveLength(1);
    for (const state of ["all", "to-do"] as const) {
      const plans = await plansOf({ q: `same-as:${references[0]}`, state });
      const led =
        /SEARCH responses USING COVERING INDEX responses_by_words \(words_key=\?/;
      expect(ofWords(plans, led).length).toBeGreaterThan(0);
    }
  },
);

test("a crowd that says the same is passed over by its first alone, and its lines are the same", async () => {
  const { say, lines, db, lead } = await givenWords();
  for (let count = 0; count < 6; count += 1) await say(["Stop moving us"]);
  await say(["Listen to us"]);
  for (let count = 0; count < 5; count += 1) await say(["Keep our school"]);
  const crowds = await selectCrowds(db, lead);
  expect(new Set(crowds).size).toBe(2);
  const frozen = await db
    .selectFrom("responses")
    .select("id")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  expect(await lines()).toEqual([
    [1, 5],
    [7, 0],
    [8, 4],
  ]);
  await db
    .updateTable("responses")
    .set({ safeguarding_flag: 1 })
    .where("id", "=", frozen.id)
    .execute();
  expect(await lines()).toEqual([
    [2, 4],
    [7, 0],
    [8, 4],
  ]);
});
