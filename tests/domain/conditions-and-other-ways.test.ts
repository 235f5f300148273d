import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { askedPages } from "#app/domain/calls/asked-pages.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { readDraft } from "#app/domain/drafts/draft-answers.server.ts";
import { receiveResponse } from "#app/domain/responses/intake.server.ts";
import { givenCall, givenDraft } from "#app/tasks/demo/factories.ts";
import { send, now } from "#tests/asking/sent-drafts.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";

test("what came by another channel keeps what it has", async () => {
  const { db } = openTestDatabase();
  const earlier = await givenCall(db);
  const { id: callId, definitionId } = await givenCall(db, {
    slug: `${earlier.slug}-2`,
    definition: formWithConditions,
  });
  await db.transaction().execute((trx) =>
    receiveResponse(trx, {
      callId,
      definitionId,
      language: "en",
      channel: "letter",
      answers: { who: "self", organisation: "Shelter", story: "By post." },
      receivedAt: now,
      recordedAt: now,
      actor: { kind: "system" },
      randomBytes,
    }),
  );
  const rows = await db
    .selectFrom("answers")
    .select(["question_id", "position"])
    .orderBy("position")
    .execute();
  expect(rows).toEqual([
    { question_id: "who", position: 0 },
    { question_id: "organisation", position: 1 },
    { question_id: "story", position: 3 },
  ]);
});

test("who began before the form changed finishes on the form they began with", async () => {
  const { db } = openTestDatabase();
  const call = await givenCall(db, { definition: formWithConditions });
  const given = await givenDraft(db, {
    call,
    answers: { who: "organisation", organisation: "Shelter", story: "Ours." },
    now,
  });
  const [who, , , story] = formWithConditions.pages;
  if (!who || !story) throw new Error("Pages are missing");
  const changed = {
    ...formWithConditions,
    conditions: [],
    pages: [who, story],
  };
  await db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto("call_definitions")
      .values({
        call_id: call.id,
        version: 2,
        definition: JSON.stringify(changed),
        created_at: now.toISOString(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .updateTable("calls")
      .set({ current_definition_id: id })
      .where("id", "=", call.id)
      .execute();
  });
  const read = await readDraft(db, given.draft);
  expect(read.answers).toMatchObject([{}, { line: "Shelter" }, {}, {}]);
  expect(await send(db, given.draft.id)).toMatchObject({ ok: true });
  const rows = await db.selectFrom("answers").select("question_id").execute();
  expect(rows).toHaveLength(3);
});

test("a hidden answer is none, also where a condition looks at it alone", () => {
  const [first] = formWithConditions.conditions;
  const rule = { question: "organisation", operator: "answered" };
  const form = callDefinitionSchema.parse({
    ...formWithConditions,
    conditions: [first, { id: "named-organisation", rule }],
  });
  const ids = (who: string) =>
    askedPages(form, { who, organisation: "Shelter" }).map(({ id }) => id);
  expect(ids("self")).toEqual(["who", "story"]);
  expect(ids("organisation")).toContain("file");
});
