import { expect, test } from "vitest";
import { countVisibleResponses } from "#app/domain/responses/visible-responses.server.ts";
import { givenCall, givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { anyLead } from "#tests/given/people.ts";

test("PostgreSQL's triggers count what comes in, changes and is taken out, of each call by itself", async () => {
  const { db } = openTestDatabase();
  const [earlier, call] = [await givenCall(db), await givenCall(db)];
  await givenResponse(db, { call: earlier });
  const ids: number[] = [];
  for (let count = 0; count < 3; count += 1)
    ids.push((await givenResponse(db, { call })).responseId);
  const counts = async () => {
    const of = { viewer: anyLead, callId: call.id };
    return Object.fromEntries(await countVisibleResponses(db, of));
  };
  expect(await counts()).toEqual({ received: 3 });
  await db
    .updateTable("responses")
    .set({ state: "spam", awaits_triage: 0 })
    .where("id", "=", ids[0] ?? 0)
    .execute();
  expect(await counts()).toEqual({ received: 2, spam: 1 });
  await db.deleteFrom("responses").where("id", "in", ids.slice(0, 2)).execute();
  expect(await counts()).toEqual({ received: 1, spam: 0 });
});
