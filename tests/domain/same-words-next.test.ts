import { expect, test } from "vitest";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import { givenColleague } from "#tests/given/people.ts";
import { givenWords } from "#tests/given/same-words.ts";
import { now } from "#tests/given/searches.ts";

test("the same words are handed out once, but what is assigned to somebody", async () => {
  const { say, db } = await givenWords();
  await say(["Stop moving us"]);
  await say(["stop moving us!"]);
  await say(["Listen"]);
  const ids = await db
    .selectFrom("responses")
    .select("id")
    .orderBy("id")
    .execute();
  const [first, second, other] = ids.map(({ id }) => id);
  const next = async () => {
    const reader = await givenColleague(db);
    const asked = { ...reader, role: "reviewer" as const, now };
    return claimNextResponse(db, asked);
  };
  expect(await next()).toMatchObject({ responseId: first });
  expect(await next()).toMatchObject({ responseId: other });
  expect(await next()).toEqual({ ok: false, reason: "all-claimed" });
  const reader = await givenColleague(db);
  await db
    .updateTable("responses")
    .set({ assignee_id: reader.staffId })
    .where("id", "=", second ?? 0)
    .execute();
  const theirs = { ...reader, role: "reviewer" as const, now };
  expect(await claimNextResponse(db, theirs)).toMatchObject({
    responseId: second,
  });
});

test("where they stand apart each is handed out", async () => {
  const { say, db } = await givenWords();
  await say(["Stop moving us"]);
  await say(["Stop moving us"]);
  for (const isLeft of [true, true, false]) {
    const reader = await givenColleague(db);
    const asked = { ...reader, role: "reviewer" as const, now };
    const taken = await claimNextResponse(db, { ...asked, areSameApart: true });
    expect(taken.ok).toBe(isLeft);
  }
});
