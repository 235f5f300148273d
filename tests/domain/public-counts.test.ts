import { expect, test } from "vitest";
import { countResponsesForPublic } from "#app/domain/responses/public-counts.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";

test("the public is told how many have answered a call from the tenth on, without what was taken back and spam", async () => {
  const { db } = openTestDatabase();
  const [earlier, call] = [await givenCall(db), await givenCall(db)];
  for (let count = 0; count < 9; count += 1)
    await givenResponse(db, { call: earlier });
  for (let count = 0; count < 9; count += 1) await givenResponse(db, { call });
  expect(await countResponsesForPublic(db)).toEqual(new Map());
  for (const state of ["withdrawn", "spam"] as const) {
    const { responseId } = await givenResponse(db, { call });
    await db
      .updateTable("responses")
      .set({ state, awaits_triage: 0 })
      .where("id", "=", responseId)
      .execute();
  }
  expect(await countResponsesForPublic(db)).toEqual(new Map());
  await givenResponse(db, { call });
  expect(await countResponsesForPublic(db)).toEqual(new Map([[call.id, 10]]));
});
