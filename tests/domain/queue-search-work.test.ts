import { expect, test } from "vitest";
import { skipResponse } from "#app/domain/responses/skips.server.ts";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { addNote } from "#app/domain/triage/notes.server.ts";
import {
  findFour as find,
  first,
  givenFour,
  givenTag,
  now,
} from "#tests/given/searches.ts";

test("keys find what the team did: tags, claims, decisions, notes, flags", async () => {
  const given = await givenFour();
  const { db, ids, me, colleague } = given;
  const [one = 0, two = 0, three = 0, four = 0] = ids;
  const family = await givenTag(db, "Family");
  const kinship = await givenTag(db, "Kinship care", family);
  const school = await givenTag(db, "School");
  const at = now.toISOString();
  await db
    .insertInto("response_tags")
    .values([
      {
        response_id: one,
        tag_id: school,
        tagged_by: me.staffId,
        tagged_at: at,
      },
      {
        response_id: two,
        tag_id: kinship,
        tagged_by: colleague.staffId,
        tagged_at: at,
      },
    ])
    .execute();
  await db
    .updateTable("tags")
    .set({ retired_at: at })
    .where("id", "=", kinship)
    .execute();
  const answer = await db
    .selectFrom("answers")
    .select("id")
    .where("response_id", "=", three)
    .where("question_id", "=", first)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("passages")
    .values({
      public_id: "p1",
      response_id: three,
      answer_id: answer.id,
      attachment_id: null,
      tag_id: kinship,
      start_offset: 0,
      end_offset: 4,
      quote: "Prio",
      memo: "Look again",
      tagged_by: me.staffId,
      tagged_at: at,
      taken_back_at: null,
    })
    .execute();
  const decision = {
    rowVersion: 1,
    assigneeId: colleague.staffId,
    note: "",
    now,
  };
  await decideTriage(db, {
    ...decision,
    responseId: one,
    state: "triaged",
    actor: colleague,
  });
  await decideTriage(db, {
    ...decision,
    responseId: two,
    state: "spam",
    actor: me,
  });
  await claimResponse(db, { ...me, responseId: four, now });
  for (const [responseId, actor] of [
    [one, colleague],
    [three, me],
  ] as const)
    await skipResponse(db, { responseId, actor, reason: "language", now });
  await addNote(db, {
    responseId: four,
    body: "Ask the lighthouse",
    actor: me,
    now,
  });
  const found: [q: string, which: number[]][] = [
    ["tag:school", [1]],
    ["tag:kinship", [2, 3]],
    ["tag:Family", [2, 3]],
    ["-tag:family", [1, 4]],
    ["tag:none", [4]],
    ["untagged:yes", [4]],
    ["untagged:no", [1, 2, 3]],
    ["is:untagged", [4]],
    ["tag:(school OR kinship)", [1, 2, 3]],
    ["has:passage", [3]],
    ["has:memo", [3]],
    ["has:note", [4]],
    ["has:tag", [1, 2, 3]],
    ["has:file", []],
    ["has:evidence", []],
    ['has:"file without text"', []],
    ["mine:no", [1, 2, 3, 4]],
    ["-with:nadia", [3, 4]],
    ["-number:7", [1, 2, 3, 4]],
    ["-covid19", [1, 2, 3, 4]],
    ["-claimed:me", [1, 2, 3]],
    ["claimed:me", [4]],
    ["claimed:none", [1, 2, 3]],
    ["claimed:nadia", []],
    ["skipped:me", [3]],
    ["skipped:nadia", [1]],
    ["skipped:any", [1, 3]],
    ["skipped:none", [2, 4]],
    ["assigned:Nadia", [1, 2]],
    ["assigned:imrie", [1, 2]],
    ["assigned:none", [3, 4]],
    ["decided-by:me", [2]],
    ["decided-by:nadia", [1]],
    ["decided-by:none", [3, 4]],
    ["tagged-by:me", [1, 3]],
    ["by:imogen", [1, 2, 3]],
    ["by:none", [4]],
    ["flag:safeguarding", []],
    ["note:lighthouse", [4]],
    ["lighthouse", [4]],
    ["state:triaged", [1]],
    ["state:to-do", [3, 4]],
    ["(state:spam OR tag:school) type:parent", [1, 2]],
  ];
  for (const [q, which] of found)
    expect({ q, which: await find(given, q) }).toEqual({ q, which });
  expect(await find(given, "", { tagId: family })).toEqual([2, 3]);
  expect(await find(given, "worker", { tagId: family })).toEqual([2, 3]);
  expect(await find(given, "", { state: "to-do" })).toEqual([3, 4]);
  await raiseSafeguardingFlag(db, {
    responseId: three,
    reason: "",
    actor: me,
    now,
  });
  const frozen: [q: string, which: number[]][] = [
    ["tag:kinship", [2]],
    ["worker tag:kinship", [2]],
    ["flag:safeguarding", [3]],
    ["flag:safeguarding tag:kinship", [3]],
    ["flag:safeguarding tag:school", []],
    ["flag:safeguarding OR tag:school", [1, 3]],
    ["-flag:safeguarding", [1, 2, 4]],
  ];
  for (const [q, which] of frozen)
    expect({ q, which: await find(given, q) }).toEqual({ q, which });
});
