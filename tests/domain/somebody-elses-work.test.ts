import { expect, test } from "vitest";
import {
  findKeptWork,
  keepOtherWork,
} from "#app/domain/tagging/unsaved-work.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenColleague } from "#tests/given/people.ts";

const now = new Date("2026-11-22T09:00:00Z");

test("what is kept or emptied is one person's of one response, whatever stands around it", async () => {
  const { db } = openTestDatabase();
  const owners: { staffId: string; responseId: number }[] = [];
  const staffIds = ["a", "b", "c"];
  for (const staffId of staffIds) await givenColleague(db, { staffId });
  for (let count = 0; count < 3; count += 1) {
    const { responseId } = await givenResponse(db);
    for (const staffId of staffIds) owners.push({ staffId, responseId });
  }
  const keep = (owner: { staffId: string; responseId: number }, body: string) =>
    keepOtherWork(db, {
      staffId: owner.staffId,
      response: {
        responseId: owner.responseId,
        state: "received",
        assigneeId: null,
        rowVersion: 1,
      },
      saving: undefined,
      fields: [["body", body]],
      isWholePage: true,
      rowVersion: 1,
      now,
    });
  const kept = async () => {
    const bodies: unknown[] = [];
    for (const owner of owners)
      bodies.push((await findKeptWork(db, owner))?.fields[0]?.[1]);
    return bodies;
  };
  const words: (string | undefined)[] = owners.map(
    (_owner, index) => `Note ${index}`,
  );
  for (const [index, owner] of owners.entries())
    await keep(owner, words[index] ?? "");
  expect(await kept()).toEqual(words);
  const [middle] = owners.slice(4);
  if (!middle) throw new Error("Not set up");
  await keep(middle, "Another note");
  expect(await kept()).toEqual(words.with(4, "Another note"));
  await keep(middle, "");
  expect(await kept()).toEqual(words.with(4, undefined));
});
